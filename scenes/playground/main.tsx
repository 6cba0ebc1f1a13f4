import { mount } from '../shared/app.tsx';
import { Playground } from './playground.tsx';

mount(<Playground />);
