import { describe } from 'vitest';
import { holdLaws } from './hold-laws';
import { runScript } from './script';

describe('sync over folders', () => holdLaws(runScript, 150));
