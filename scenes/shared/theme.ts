import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const clay: MantineColorsTuple = [
  '#fbf1ec', '#f3ded4', '#e8bfac', '#dd9d80', '#d27f5a', '#c76a42', '#b85a33', '#a04b28', '#853d20', '#6a2f17',
];
const warmGray: MantineColorsTuple = [
  '#faf8f5', '#f3efea', '#e9e3dc', '#dcd5cc', '#c9c1b7', '#a69d93', '#6e665d', '#5b544c', '#423d37', '#2a2622',
];
const warmDark: MantineColorsTuple = [
  '#ece7e1', '#d3ccc4', '#aca49b', '#857d75', '#5c564f', '#47423c', '#35312c', '#25221f', '#1c1a17', '#141210',
];

/** Dark enough at its main shade for words on a light ground. */
const brick: MantineColorsTuple = [
  '#fdeeec', '#f9d9d5', '#f0b3ab', '#ea9a8f', '#e57f73', '#d84f41', '#cf3a2d', '#b3261e', '#931c16', '#741310',
];

/** The only source of colour, type and space in the scenes. */
export const theme = createTheme({
  fontFamily: '"Nunito Sans Variable", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif',
  headings: { fontFamily: 'inherit', fontWeight: '650' },
  colors: { clay, red: brick, gray: warmGray, dark: warmDark },
  primaryColor: 'clay',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});

/** Surfaces, and the one hue that each sense and each emotion has everywhere: Okabe and Ito's palette, toned to each theme's ground. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--attune-ease': '200ms cubic-bezier(0.2, 0.7, 0.2, 1)' },
  light: {
    '--mantine-color-body': '#fdfbf8',
    '--sense-face': '#0072b2', '--sense-voice': '#a86f00', '--sense-text': '#008560', '--sense-context': '#a94f84', '--sense-report': '#b4532a', '--sense-motion': '#6b5fb5', '--sense-fused': '#2a2622',
    '--emotion-neutral': '#8a8178', '--emotion-happiness': '#d39200', '--emotion-surprise': '#3a9bd4', '--emotion-sadness': '#3d5fb0', '--emotion-anger': '#c94a1e', '--emotion-disgust': '#008560', '--emotion-fear': '#7a5aa6', '--emotion-contempt': '#a94f84', '--emotion-mixed': '#00766c',
    '--attune-name': '#a04b28', '--attune-second': '#7a5aa6', '--attune-third': '#00766c', '--attune-quiet': '#a69d93', '--attune-stretch': 'rgb(168 111 0 / 13%)', '--attune-room-near': '#f6ede3', '--attune-room-far': '#d9cdc0', '--attune-card': '#ffffff', '--attune-veil': 'rgb(253 251 248 / 88%)', '--attune-line': '#dcd5cc',
  },
  dark: {
    '--mantine-color-body': '#1c1a17',
    '--sense-face': '#56b4e9', '--sense-voice': '#e69f00', '--sense-text': '#2bc59a', '--sense-context': '#dd93ba', '--sense-report': '#f0a07a', '--sense-motion': '#b3a7f2', '--sense-fused': '#ece7e1',
    '--emotion-neutral': '#a69d93', '--emotion-happiness': '#f0b429', '--emotion-surprise': '#6cc0ee', '--emotion-sadness': '#8aa5f0', '--emotion-anger': '#f2804f', '--emotion-disgust': '#2bc59a', '--emotion-fear': '#c3a6ec', '--emotion-contempt': '#dd93ba', '--emotion-mixed': '#4cc4b4',
    '--attune-name': '#e8a888', '--attune-second': '#c3a6ec', '--attune-third': '#4cc4b4', '--attune-quiet': '#857d75', '--attune-stretch': 'rgb(230 159 0 / 15%)', '--attune-room-near': '#4a4039', '--attune-room-far': '#1b1815', '--attune-card': '#35312c', '--attune-veil': 'rgb(28 26 23 / 86%)', '--attune-line': '#47423c',
  },
});
