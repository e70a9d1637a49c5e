import { Pill, type Tone } from '@/parts/Tone';
import { type Level, levelTitle } from './api';

/** The freer, the warmer. */
const tones: Record<Level, Tone> = { OBSERVE: 'neutral', RECOMMEND: 'low', APPROVE: 'accent', ACT: 'medium' };

export function LevelPill({ level }: { level: Level }) {
  const title = levelTitle(level);
  return <Pill tone={tones[level]}>{title.charAt(0).toUpperCase() + title.slice(1)}</Pill>;
}
