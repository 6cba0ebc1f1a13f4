import { mount } from '../shared/app.tsx';
import { Gallery } from './gallery.tsx';

mount(<Gallery />);
