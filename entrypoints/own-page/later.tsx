/** A page whose code is loaded when the reader goes there: the list of notes must not wait for it. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../components/kit';

export function later<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return function Later(props) {
    const { t } = useText();
    const [state, setState] = useState<'loading' | 'there' | 'failed'>(loaded ? 'there' : 'loading');
    useEffect(() => {
      if (loaded) return;
      load().then(
        (component) => {
          loaded = component;
          setState('there');
        },
        () => setState('failed'),
      );
    }, []);
    if (state === 'failed') return <p class="error">{t('library_unavailable')}</p>;
    const Component = loaded;
    return Component && <Component {...props} />;
  };
}
