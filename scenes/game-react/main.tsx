import { mount } from '../shared/app.tsx';
import { Game } from './game.tsx';

mount(<Game />);
