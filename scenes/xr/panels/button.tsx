import { Container } from '@react-three/uikit';
import { BUTTON } from './look.ts';
import { Words } from './words.tsx';

interface ButtonProps {
  readonly children: string;
  readonly width: number;
  readonly id: string;
  readonly chosen?: boolean;
  readonly onPress: () => void;
}

/** Large enough for a finger: 48 mm high. */
export function Button({ children, width, id, chosen = false, onPress }: ButtonProps) {
  return (
    <Container
      id={id} width={width} minHeight={48} paddingX={14} paddingY={8} borderRadius={20} alignItems="center" justifyContent="center" cursor="pointer"
      {...BUTTON} {...(chosen ? { backgroundColor: '#853d20' } : {})} onClick={onPress}
    >
      <Words size={19} width={width - 28} weight="semi-bold">{children}</Words>
    </Container>
  );
}
