import { describe } from 'vitest';
import { runScript } from '../../sync/script';
import { holdLaws } from './hold-laws';

describe('sync over folders', () => holdLaws(runScript, 150));
