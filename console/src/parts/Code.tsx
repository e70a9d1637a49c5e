import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './Code.module.css';

/** Text as it is, to be read and copied. What comes from outside stays text. */
export function Code({ text, label, height }: { text: string; label: string; height?: number }) {
  return (
    <div className={classes.code}>
      <pre tabIndex={0} role="group" aria-label={label} style={{ maxHeight: height }}>
        {text}
      </pre>
      <Copy text={text} />
    </div>
  );
}

export function Copy({ text }: { text: string }) {
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : 'Copy'}>
          <ActionIcon className={classes.copy} size="sm" onClick={copy} aria-label="Copy">
            {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
