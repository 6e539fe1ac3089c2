import { wordList } from './word-list';

/**
 * More given names, folded, of people new to the news. They show that two capitalised words are a person; names in the
 * tables are unaffected. Excludes English and German words and names of places.
 */
export const moreGivenNames = wordList(`
  aarav abigail ade adebayo adele adriana agnes agnieszka ahmet aidan aileen aimee aino akira alain alana alberto
  aleksandr aleksandra alessandra alessandro alexandre alexei alexey alexis alfonso alfredo alicia alina alison
  alistair allison alma alois alvaro alvin amadou amanda amara amelia amina amir amit amos anastasia anatoly anders
  andreas andrei andres andrey andrzej anika anil anja annette annika ansel antje antoine anton anwar apinya ariana
  armando armin arnaud arne arturo arun arvind ashok astrid attila audrey augusto aurelie axel ayesha ayse azadeh
  baltasar bartosz bashir bastian beata beate benedict benedikt benito benjamina bernd bernhard bettina bianca bilal
  birgit bjorn blanca bogdan boubacar brad bradley brady brandi brent brett bridget britta bruno burak caitlin cameron
  camille carlo carlotta carsten cassandra catalina caterina catherina cecilia cedric celia celine cem cesar chantal
  chiara chidera chidi chinedu chloe chukwuma ciara clara clarissa claude claudio clemens clement concepcion conor
  constance corinna cormac cornelia cory cristian cristiano cyrus dagmar daisuke damien daniela danilo dante dariusz
  darragh darya deepak deirdre delphine demetrius denis desiree detlef devon dieter dietmar dimitri dimitris dirk
  dominik dominique donnie dora dorota dragan duarte edmond eduard edwin efrain efua eitan ekaterina elias elif elina
  elisa eliza ellie elliot elliott elsa elvira emil emiliano emilie emilio emine emmanuel enrico enrique erich erwin
  esteban estelle etienne eugen evan evgeny ewa fabian fabio fabrice faisal farah farid fatih fatma fatou felicia
  felicity felipe ferdinand fernanda fidel filip filippo florian franca francesca francesco franco frantisek franz
  franziska frederic frederik friedrich fumiko gabor gabriel gaetano galina gavriel gemma genevieve geoff georg
  georges georgina gerardo gerd gerda gerhard gero gert ghassan gian gianluca gianni gideon gilbert gilles giorgio
  gisela giulio gonzalo goran gottfried grzegorz guido guillaume guillermo gunnar gunter gunther gustavo hakan halil
  halvard hamid hamza hanna hannelore hannes harriet hartmut haruka haruki hasan hatice hector hedwig heike heiko
  heiner heinrich helga hendrik henri henrik henrique heribert hermann hernan hilary hilda hildegard hiroko hiroshi
  holger hubert hye ibrahima idris ignacio ildiko ilona ilse imran inga inge ingo inna iqbal irina iris irma isabelle
  isaiah ismael ismail istvan ivana ivo jaap jaime jakob jakub jamila janina janis janos jaroslav jasmin jasmine
  jasper javier jelena jens jermaine jiri joao joaquin jochen joelle joerg johan johanna johannes jolanta jonas jorg
  josef josefa josefina josue juana juergen juliana julien julio jurgen justyna jutta kamal kamil karim karina karsten
  kasia katarina katarzyna kathrin katja katrien katrin kaveh kavita kazuo keir keisha kelvin kenji kerstin khadija
  khaled khalid kieran kjell konrad konstantin kristian kristin kristina kristof krzysztof kumar kwame laila larissa
  laszlo latifa laurent lea leah leandro leanne leonid leonie leopold leticia levan lidia liesbeth lilian liliana
  lillian linh lionel loic lorcan lorena lorenz lorenzo lothar louisa lourdes luca lucia luciano lucie ludmila ludovic
  ludwig luisa lukas lutz lydia maarten magdalena magnus mahmoud maike maite makoto maksim malik mamadou manfred manon
  mansour marcel marcela marcelo marcin marek margherita margit margot mariam mariana marianne mariano marija marius
  marjan marko markus marlene marlies marta marten martina martine masha massimo mathew mathias mathieu mats matteo
  matthias mattia mauricio maurizio mauro maximilian mehdi melanie melina merve mika mikael mikhael miki milena milos
  mireille miriam mirjam mirko miroslav mitchell moez mohsen moises monika monique moritz morten moses muhammed murat
  mustafa mwai myriam nabil nadine nadja nasreen nasser natascha nathalie nawal nazanin neha nelly nestan nestor ngozi
  nicolai nicolas nihal nikhil niklas niko nikola nikolai nikos nils nino nisha nnamdi noam noel noemi noriko nuno
  nuria odile oksana olaf ole oleg oleksandr oleksiy olena olumide omer ophelia orhan orlin oswald ottavio oumar
  ovidiu paola paolo parag parisa parvez pascal patrice patricio patrik pavel pawel pekka pelle petar petr petra
  petros philippa philippe phillip pia pieter pilar piotr pradeep prakash pranav preston priya przemyslaw quentin
  quintin rachael radoslav radu rafal rahul rainer rajesh rajiv rakesh ralf ramesh ramin ramiro ramon ramona randall
  raphael rashid rashida raul ravi rebekah regina reiner reinhard reinhardt reinhold remy rene reza ricardo rikard
  rikke robbie rocio roderick rodolfo rodrigo rogelio rohan romain roman romana romeo ronan ronny roswitha roxane
  ruben rudiger rudolf rudolph ruslan ruthie saad sabina sabrina sachin sadia saeed sakura salah salim salma salvador
  salvatore sami samir samira samuele sandeep sandro sanjay saoirse sarita saskia satoshi scarlett sebastian selim
  semih serena serge sergey sergio serhii severin shabnam shahid shakuntala shannon shaun shawn sherif shigeru shinzo
  shira shlomo shreya sigrid silke silvia silvio simona simonetta sinead siobhan soeren solange soledad sonali soren
  stacey stanislav stavros stefania stefanie steffen sunil suresh susana susanna susanne sven swati sybille sylvain
  sylvester sylvie tadashi taha takeshi tamar tamara tamika tania tanja tanya tarek tarik tariq tatiana tatjana
  tatyana teodor teodora terence teresita tessa thabo thierry thilo thorsten tiago tiffany tilman timo timur tobiah
  tobias todor tomas tomasz tomoko torben torsten toshiro tristan tuan tyrone udo ulf uli ulrich ulrike umar umut uri
  ursel usha ute uwe vaclav valentin valentina valentino vasily vassilis verena veronique vijay vikram viktor vincenzo
  vinod virginie vitali vitaly vittorio vivek vivienne vladislav volker volodymyr waleed walid waltraud wanjiru
  warwick wayan wendell werner wiebke wilbur wilhelmina willem willy wim winfried wladimir wojciech xavier xiomara
  yahya yasemin yasmin yasmine yasser yaw yevgeny yoko yolanda yosef youssef yuan yuki yuri yvette zahra zainab
  zainabu zara zbigniew zeinab zeynep zofia zoltan zoran zubair`);
