import { mount } from '../shared/app.tsx';
import { TextScene } from './text.tsx';

mount(<TextScene />);
