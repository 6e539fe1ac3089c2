// biome-ignore format: one list
/** How newspapers abbreviate US states after a town: "Natick, Mass." Keyed by folded word. */
export const abbreviatedPlaces: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ala: 'Alabama', ariz: 'Arizona', ark: 'Arkansas', calif: 'California', colo: 'Colorado', conn: 'Connecticut',
    del: 'Delaware', fla: 'Florida', ga: 'Georgia', ill: 'Illinois', ind: 'Indiana', kan: 'Kansas', ky: 'Kentucky',
    la: 'Louisiana', md: 'Maryland', mass: 'Massachusetts', mich: 'Michigan', minn: 'Minnesota', miss: 'Mississippi',
    mo: 'Missouri', mont: 'Montana', neb: 'Nebraska', nev: 'Nevada', nh: 'New Hampshire', nj: 'New Jersey',
    nm: 'New Mexico', ny: 'New York', nc: 'North Carolina', nd: 'North Dakota', okla: 'Oklahoma', ore: 'Oregon',
    pa: 'Pennsylvania', penn: 'Pennsylvania', ri: 'Rhode Island', sc: 'South Carolina', sd: 'South Dakota',
    tenn: 'Tennessee', tex: 'Texas', vt: 'Vermont', va: 'Virginia', wash: 'Washington', wva: 'West Virginia',
    'w va': 'West Virginia', wis: 'Wisconsin', wyo: 'Wyoming',
  }),
);
