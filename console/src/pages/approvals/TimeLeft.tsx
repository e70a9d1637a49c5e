import { Pill } from '@/parts/Tone';
import { useNow } from '@/parts/When';

const MINUTE = 60_000;

/** How long an answer still counts; it turns urgent in the last quarter. */
export function TimeLeft({ from, until, long = false }: { from: string; until: string; long?: boolean }) {
  const now = useNow();
  const left = Date.parse(until) - now;
  if (left <= 0) {
    return <Pill tone="neutral">Expired</Pill>;
  }
  const part = left / Math.max(1, Date.parse(until) - Date.parse(from));
  const tone = part < 0.1 || left < 10 * MINUTE ? 'critical' : part < 0.25 ? 'high' : 'neutral';
  return <Pill tone={tone}>{`${duration(left)} left${long ? ' to answer' : ''}`}</Pill>;
}

/** The two greatest units: `3 h 05 min`, `12 min`, `2 d 4 h`. */
export function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  if (minutes < 1) {
    return 'under a minute';
  }
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${String(minutes % 60).padStart(2, '0')} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
