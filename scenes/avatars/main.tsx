import { mount } from '../shared/app.tsx';
import { Avatars } from './avatars.tsx';

mount(<Avatars />);
