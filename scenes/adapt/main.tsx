import { mount } from '../shared/app.tsx';
import { AdaptScene } from './adapt.tsx';

mount(<AdaptScene />);
