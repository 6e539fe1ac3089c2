import { describe } from 'vitest';
import { runAccountScript } from './account-script';
import { holdLaws } from './hold-laws';

describe('sync over the browser account', () => holdLaws(runAccountScript, 60));
