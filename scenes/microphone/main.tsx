import { mount } from '../shared/app.tsx';
import { Microphone } from './microphone.tsx';

mount(<Microphone />);
