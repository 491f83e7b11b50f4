/** Words that people in Sweden reach for when they are asked for a password. Ours, and short: the long list is others'. */
export const swedishWords: readonly string[] = `
lösen losen hemlig hemligt hemlighet inloggning välkommen valkommen användare admin administratör
hejsan hejhej hej hallå hallojsan tjena tjenare mormor morfar farmor farfar mamma pappa syster bror älskling alskling
älskar jagälskardig jagalskardig kärlek karlek puss kram kompis vän vänner familj barn bebis flicka pojke tjej kille
sommar vinter höst host vår sommarlov jul julafton midsommar påsk semester fredag lördag söndag måndag tisdag onsdag
torsdag januari februari mars april maj juni juli augusti september oktober november december
sverige svensk svenska stockholm göteborg goteborg malmö malmo uppsala västerås örebro linköping helsingborg
jönköping norrköping lund umeå gävle borås sundsvall skåne småland dalarna norrland gotland öland
hammarby djurgården djurgarden aik ifkgöteborg malmöff brynäs frölunda leksand färjestad modo luleå zlatan foppa
fotboll hockey ishockey innebandy handboll golf tennis ridning häst hästar hund hundar katt katter kanin fågel fisk
björn varg älg räv blomma blommor ros solros sol solsken måne stjärna regnbåge himmel hav strand skog fjäll
kaffe fika bulle kanelbulle kaka tårta choklad godis glass pizza korv köttbulle köttbullar potatis mjölk öl vin
blå röd grön gul svart vit rosa lila orange
skola skolan gymnasium universitet högskola folkhögskola komvux lärare larare elev rektor student studier
jobb arbete kontor dator datorn telefon mobil internet sommarjobb lön pengar
volvo saab scania ikea abba ericsson spotify skype systembolaget
anna eva maria karin kristina lena kerstin sara emma hanna elin johanna linnea ida julia
lars mikael anders johan erik per peter jan thomas karl daniel fredrik andreas stefan oscar oskar viktor
andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson
qwertyuiopå asdfghjklöä
`
  .trim()
  .split(/\s+/)
