import { wordList } from './word-list';

/** Given names that tell a man's name from other capitalised words; folded: "Tom Moody", not "Carmaker Ford". */
export const mensNames = wordList(`
  doug dave dan rob ben todd shane chuck cody curtis dustin dylan ethan gabe gene glen jamal jared jay jesse josh justin kirk marc
  marty mitch nate perry pete randy reggie rex seth spencer stan travis tyler vic walt wes zach
  aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert aldo alejandro alexander alfred ali allen andre andrew
  andy angus anthony antonio archie arnold arthur barry benjamin bernard bill bob boris brandon brendan brian bruce bryan
  calvin carl carlos cecil charles charlie chris christian christopher clive colin connor craig cyril damian daniel danny
  darren david dean dennis derek desmond diego dmitri dominic donald douglas duncan dwight ed eddie edgar edmund eduardo
  edward eric erik ernest eugene felix fernando francisco francois frank franklin fred frederick gareth gary gavin geoffrey
  george gerald gerard giovanni giuseppe glenn gordon graham greg gregory gustav guy hamish hans harold harry harvey hassan
  heinz helmut henry herbert horst howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jake james jason
  jeff jeffrey jeremy jerome jerry jim jimmy joachim joe joel johann john johnny jon jonathan jorge jose joseph joshua juan
  julian karl keith ken kenneth kevin klaus kurt kyle lars larry laurence lawrence leo leon leonard leonardo liam lloyd
  louis lucas luigi luis luke malcolm manuel marco marcus mario mark martin marvin matt matthew maurice max mehmet michael
  miguel mike mikhail mohamed mohammad mohammed muhammad nathan neil nelson nicholas nick nigel noah norman oliver omar
  oscar otto owen pablo patrick paul pedro peter phil philip pierre rafael ralph raymond riccardo richard rick robert
  roberto rodney roger roland ron ronald rory ross roy rupert russell ryan samuel scott sean sergei simon stanley stefan
  stephen steve steven stuart ted terry theodore thomas tim timothy tom tommy tony trevor victor vincent vladimir walter
  warren wayne wilfred wilhelm william winston wolfgang yusuf zachary`);
