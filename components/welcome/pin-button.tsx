/** Where the browser hides the toolbar button, and how to show it; with a drawing. */
import { useText } from '../kit';

/** `pinned`: it is in the toolbar. `android`: a menu instead of a toolbar. The others: how each browser does it. */
export type PinState = 'pinned' | 'chromium' | 'firefox' | 'android';

export function PinButton({ state }: { readonly state: PinState }) {
  const { t } = useText();
  const drawn = state === 'chromium' || state === 'firefox';
  return (
    <section aria-labelledby="pin-title">
      <h2 id="pin-title">{t('welcome_pin')}</h2>
      {drawn ? (
        <>
          <p class="help">{t('welcome_pin_help')}</p>
          <ol class="pin-steps">
            <li>{t('welcome_pin_puzzle')}</li>
            <li>{t(`welcome_pin_${state}`)}</li>
          </ol>
          <Picture of={state} />
        </>
      ) : (
        <p>{t(state === 'pinned' ? 'welcome_pinned' : 'welcome_pin_android')}</p>
      )}
    </section>
  );
}

/** A toolbar with its puzzle piece, and the list it opens. Our own drawing, not the browsers'. */
function Picture({ of }: { readonly of: 'chromium' | 'firefox' }) {
  const { t } = useText();
  const firefox = of === 'firefox';
  const height = firefox ? 172 : 136;
  return (
    <svg class="pin-picture" viewBox={`0 0 360 ${height}`} role="img" aria-label={t(`welcome_pin_${of}_picture`)}>
      <rect class="pin-window" x="1" y="1" width="358" height={height - 2} rx="8" />
      <path class="pin-line" d="M1 40H359" />
      <path class="pin-faint" d="M16 20H30M16 20L21 15M16 20L21 25" />
      <rect class="pin-field" x="44" y="9" width="232" height="22" rx="11" />
      <path class="pin-faint" d="M58 20H150" />
      <circle class="pin-ring" cx="302" cy="20" r="14" />
      <Puzzle x={292} y={10} />
      <path class="pin-dots" d="M336 13V13.1M336 20V20.1M336 27V27.1" />
      <rect class="pin-menu" x="128" y="46" width="212" height={firefox ? 114 : 78} rx="8" />
      <path class="pin-faint" d="M144 66H236" />
      <rect class="pin-mark" x="144" y="82" width="20" height="20" rx="5" />
      <text class="pin-letter" x="154" y="97" text-anchor="middle">
        B
      </text>
      <text class="pin-name" x="174" y="97">
        {t('extension_name')}
      </text>
      <circle class="pin-ring" cx="320" cy="92" r="13" />
      {firefox ? <Cog x={320} y={92} /> : <Pin x={320} y={92} />}
      {firefox && (
        <>
          <rect class="pin-field" x="138" y="116" width="192" height="32" rx="6" />
          <rect class="pin-ring" x="142" y="120" width="184" height="24" rx="6" />
          <text class="pin-name" x="234" y="136.5" text-anchor="middle">
            {t('welcome_pin_menu')}
          </text>
        </>
      )}
    </svg>
  );
}

interface At {
  readonly x: number;
  readonly y: number;
}

const Puzzle = ({ x, y }: At) => (
  <path
    class="pin-shape"
    transform={`translate(${x} ${y})`}
    d="M2 6H7A2.5 2.5 0 1 1 11 6H16V11A2.5 2.5 0 1 1 16 15V19H2V15A2.5 2.5 0 1 0 2 11Z"
  />
);

const Pin = ({ x, y }: At) => (
  <path
    class="pin-shape"
    transform={`translate(${x - 8} ${y - 8})`}
    d="M5 1H11V2L10 3V7L12 9V10H8.5V15H7.5V10H4V9L6 7V3L5 2Z"
  />
);

const TEETH = [0, 45, 90, 135, 180, 225, 270, 315];

const Cog = ({ x, y }: At) => (
  <g transform={`translate(${x} ${y})`}>
    <circle class="pin-stroke" r="4.5" />
    {TEETH.map((turn) => (
      <path key={turn} class="pin-stroke" transform={`rotate(${turn})`} d="M0 -4.5V-7" />
    ))}
  </g>
);
