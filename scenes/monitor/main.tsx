import { mount } from '../shared/app.tsx';
import { MonitorScene } from './monitor.tsx';

mount(<MonitorScene />);
