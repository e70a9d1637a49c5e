import { type Tone, words } from '@/parts/Tone';

/** As the platform rates a finding by it: 70 and more high, 30 and more medium, more than 0 low; medium where none is named. */
export function confidenceTone(confidence: number | undefined): Tone {
  if (confidence === undefined) {
    return 'medium';
  }
  return confidence >= 70 ? 'high' : confidence >= 30 ? 'medium' : confidence > 0 ? 'low' : 'neutral';
}

/** `IPV4_ADDRESS` is `IPv4 address`, `URL` stays `URL`. */
export function kindTitle(type: string): string {
  return words(type)
    .replace(/\bipv([46])\b/i, 'IPv$1')
    .replace(/\b(url|md5|sha\d+|ja3s?|asn)\b/gi, (name) => name.toUpperCase());
}
