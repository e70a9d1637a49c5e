import {
  ActionIcon,
  Badge,
  Button,
  Card,
  type CSSVariablesResolver,
  createTheme,
  Input,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
  Modal,
  Paper,
  Table,
  Tooltip,
} from '@mantine/core';

const iris: MantineColorsTuple = [
  '#f0f1ff', '#e1e3fe', '#c6c9fc', '#a8acf9', '#8d91f4', '#7275ec', '#5654e0', '#4843c6', '#3c389f', '#33327f',
];

/** Neutrals with a breath of blue, from text (0) down to the deepest ground (9). */
const ink: MantineColorsTuple = [
  '#e8ebf4', '#c9cfdf', '#a2abc1', '#7d87a0', '#3a4359', '#2a3144', '#1d2433', '#151b28', '#0d111a', '#080b12',
];

const slate: MantineColorsTuple = [
  '#f7f8fb', '#eff1f6', '#e3e7ef', '#d3d9e5', '#b5bdcd', '#8a94a9', '#5c667c', '#434c61', '#2b3347', '#171d2c',
];

export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: { light: 6, dark: 6 },
  colors: { iris, dark: ink, gray: slate },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
      h4: { fontSize: '0.8125rem', lineHeight: '1.5' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'default', radius: 'sm' }, styles: { label: { textTransform: 'none' } } }),
    Button: Button.extend({ styles: { label: { fontWeight: 560 } } }),
    Card: Card.extend({
      defaultProps: { withBorder: true, radius: 'lg', padding: 'md' },
      styles: { root: { backgroundColor: 'var(--acso-surface)' } },
    }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'lg' } }),
    // What may be left out says so in its label; the rest is needed.
    InputWrapper: Input.Wrapper.extend({ defaultProps: { withAsterisk: false } }),
    Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, radius: 'lg', centered: true, overlayProps: { backgroundOpacity: 0.5, blur: 2 } }, styles: { title: { fontSize: '1rem', fontWeight: 620 } } }),
    // Whoever has no mouse scrolls it with the arrow keys.
    TableScrollContainer: Table.ScrollContainer.extend({ defaultProps: { scrollAreaProps: { offsetScrollbars: false, viewportProps: { tabIndex: 0 } } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 250, withArrow: true } }),
  },
});

/** What the library's own greys would make too faint to read (WCAG AA) comes from our tokens. */
const ours = {
  '--mantine-color-body': 'var(--acso-surface)',
  '--mantine-color-text': 'var(--acso-text)',
  '--mantine-color-bright': 'var(--acso-text)',
  '--mantine-color-dimmed': 'var(--acso-muted)',
  '--mantine-color-placeholder': 'var(--acso-muted)',
  '--mantine-color-default': 'var(--acso-surface)',
  '--mantine-color-default-color': 'var(--acso-text)',
  '--mantine-color-default-hover': 'var(--acso-hover)',
  '--mantine-color-default-border': 'var(--acso-line)',
  '--mantine-color-error': 'var(--acso-critical-fg)',
  '--mantine-color-anchor': 'var(--acso-link)',
  '--mantine-color-gray-light-color': 'var(--acso-text)',
  '--mantine-color-red-light': 'var(--acso-critical-soft)',
  '--mantine-color-red-light-color': 'var(--acso-critical-fg)',
  '--mantine-color-red-text': 'var(--acso-critical-fg)',
  '--mantine-color-red-filled': '#c9252f',
  '--mantine-color-red-filled-hover': '#ad1a24',
  '--mantine-color-yellow-light': 'var(--acso-medium-soft)',
  '--mantine-color-yellow-light-color': 'var(--acso-medium-fg)',
  '--mantine-color-orange-light': 'var(--acso-high-soft)',
  '--mantine-color-orange-light-color': 'var(--acso-high-fg)',
  '--mantine-color-teal-light': 'var(--acso-good-soft)',
  '--mantine-color-teal-light-color': 'var(--acso-good-fg)',
  '--mantine-color-iris-light': 'var(--acso-accent-soft)',
  '--mantine-color-iris-light-color': 'var(--acso-accent-fg)',
  '--mantine-color-iris-text': 'var(--acso-accent-fg)',
};

export const variables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });

export const schemes = localStorageColorSchemeManager({ key: 'acso.scheme' });
