import { mount } from '../shared/app.tsx';
import { SpeechScene } from './speech.tsx';

mount(<SpeechScene />);
