import { mount } from '../shared/app.tsx';
import { XrScene } from './xr.tsx';

mount(<XrScene />);
