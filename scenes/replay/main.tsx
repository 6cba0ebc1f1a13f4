import { mount } from '../shared/app.tsx';
import { ReplayScene } from './replay.tsx';

mount(<ReplayScene />);
