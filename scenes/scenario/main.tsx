import { mount } from '../shared/app.tsx';
import { ScenarioScene } from './scenario.tsx';

mount(<ScenarioScene />);
