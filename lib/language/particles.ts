/** Small words inside names that texts and tables of every language have; each list adds its own. Folded. */
export const PARTICLES = 'abu af al ben bin bint da de del della den der di do dos du el ibn la le ter van von';
