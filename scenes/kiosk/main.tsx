import { mount } from '../shared/app.tsx';
import { Kiosk } from './kiosk.tsx';

mount(<Kiosk />);
