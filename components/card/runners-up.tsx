import type { EntityKey, RunnerUp } from '../../lib/facts';
import { Button, PACK_LANGUAGE, useText } from '../kit';

interface RunnersUpProps {
  readonly form: string;
  readonly runnersUp: readonly RunnerUp[];
  readonly onChoose: (entity: EntityKey) => void;
  readonly onNone: () => void;
}

/** "Not this one": what else the words could mean, and the way out. One press, and it is remembered. */
export function RunnersUp({ form, runnersUp, onChoose, onNone }: RunnersUpProps) {
  const { t } = useText();
  const alone = runnersUp.length === 0;
  return (
    <>
      <p class="lead">{t(alone ? 'card_not_this_alone' : 'card_not_this_lead', form)}</p>
      {!alone && (
        <ul class="choices">
          {runnersUp.map(({ entity, name, gloss }) => (
            <li key={entity}>
              <button type="button" class="choice" data-costly="choice" onClick={() => onChoose(entity)}>
                <bdi class="choice-name">{name}</bdi>{' '}
                <bdi class="choice-gloss" lang={PACK_LANGUAGE}>
                  {gloss}
                </bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button data-costly="choice" onClick={onNone}>
        {t(alone ? 'card_none_alone' : 'card_none')}
      </Button>
    </>
  );
}
