import { mount } from '../shared/app.tsx';
import { Collect } from './collect.tsx';

mount(<Collect />);
