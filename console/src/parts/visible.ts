/**
 * What is not seen but changes what is: controls, zero widths, fillers, tags, what turns the direction of writing, and
 * marks piled on a letter until they cover the lines around it.
 */
const UNSEEN = String.raw`(?![\t\n\r])[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{DI}\p{Bidi_C}\ufff9-\ufffb\u2800]|(?<=\p{M}{4})\p{M}`;

/** What some of those are for: joined emoji, and joiners in scripts that are not written without them. */
const MEANT = String.raw`(?<=[\p{ExtPict}\p{EMod}])\ufe0f|(?<=[\p{ExtPict}\p{EMod}\ufe0f])\u200d(?=\p{ExtPict})|(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})|(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca])[\u200c\u200d]`;

const LOOKED_AT = new RegExp(`(${MEANT})|${UNSEEN}`, 'gu');

const PLAIN = /^[\x20-\x7e\t\n\r]*$/;

/** Text from outside with its unseen characters written out, so that no name can pass for another. */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : text.replaceAll(LOOKED_AT, (one, meant?: string) => meant ?? written(one));
}

function written(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
