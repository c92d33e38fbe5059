// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The words of which codes are made: 1,024 Dutch ones that are short, common and far apart. No two differ by one letter only or sound the
//! same, so that a slip of the pen makes no other word of the list.

/// All of them, in alphabetical order.
pub(super) const WORDS: &str = "\
aalbes aanbod aandeel aanleg aanloop aardbei aarde aardig abdij accent acht achter actie adelaar adem adres advies afdak afslag
agenda akker aktetas alarm album alfabet almanak alpaca alpino altijd amandel ambacht ananas anijs anjer antenne antiek appel
april arbeid arena armband artikel asfalt asperge atelier atlas augurk avocado avond azijn azuur baard baken balans balie balkon
ballet balsem bamboe banaan band bandje banjo bariton basis bazaar bazuin beek beeld begin begrip beige beitel beker bellen
benzine berg bericht beroep besje bestek beton beurs bezem bezoek biet bijen bijl biljart biscuit bitter blad blauw blik bloei
bodem boeg boeket boender boerin boiler bokaal bolwerk bonbon bonsai boom bord borstel bosbes bosrand bosuil boter bougie bouw
braam brasem breed breuk brief brink brok brommer bronzen brood brug bruin buffet buis bureau buurt buxus cabaret cabine cactus
cadeau cake camera camping canvas caravan carport ceder cement centrum chalet charme cheeta chef chips chocola cijfer circus
cirkel citaat citroen citrus clown club cobra cocon code coltrui comfort compact concert condor contact couplet curry cursus
cyclaam dadel dagboek dahlia dakpan daktuin dansen dapper decor deken deksel delta denim dennen deugd deur diadeem diamant dicht
dieet dienst diepte dier dijk diploma dobber docent dolfijn donker doolhof doorn dorp dorst draad draf dragon drogist dromen
drukker duif duister duizend dynamo ebben echo eend eerlijk eerste eigen eikel eland elektra ellips emmer engel erfgoed ergens
erker ernst erwt essen etage etalage etiket etmaal even examen expert extra fabel fabriek fakkel familie fanfare fazant feest
fiets figuur film filter finale fjord flanel flat fles flora fluit fluweel foelie folder fonkel fontein forel formule fort foto
fraai friet fris fuchsia fuik functie gaai gaarne gadget galerij galjoen galop gang garage garen garnaal gazon gebaar gebak gebied
gebouw gedicht geduld geel gehoor geiten geitje gelaat geleerd geluid geluk gember genoeg gesp getal getij gewoon gids gieter
gilde giraffe gitaar glas globe goed golf gondel gordijn gouden goudvis graan gracht graniet grap gratis gravin grens grijs groen
groente grot gulden gunst gymnast haag hagel half halte hamer hamster handel handig hangmat haring hark haven havik hectare
heester heide heilbot heining hekwerk held helder helft helium hemel herberg herfst hert heuvel hiel hobby hockey hoek hommel
honderd honing hoofd hooi horizon hotel houten houtje hulst humor hyacint hydrant ideaal idee iglo ijsbaan ijsbeer ijsje ijver
imago imker impuls indigo indruk inkt inktvis insect inwoner ivoor jaar jade jaguar januari japon jasje jasmijn jazz jogger jolig
jubel juffer juist jukebox juli jurk juweel kaart kaas kabinet kachel kader kajak kajuit kakatoe kalk kameel kamille kanaal
kanarie kano kanten kantoor kapel kapstok karaf karper karton karwei kassa kasteel katoen keizer kennis kers ketel ketting keuken
keurig kever kievit kiezel kikker kiosk kist kiwi klank klap klaver kleed klein kleur kleuter klimaat klimop klok klomp klontje
kluis knie knop knuffel koala koekje koepel koffer koffie kokos kolom komeet kompas kompres konijn kool koord koper koraal korf
kosmos kostuum kous kraag krans krekel krent krijt kroket krokus kroon kruid krukje kubus kudde kuip kussen kwark kwartel kwast
laan laars lach ladder lagune lamp lampion lanceer laser lasso laurier lava leeg leeuw leguaan leider lelie lens lente lepel
leraar letter leuning lezen libel lied liefde lift lijm lijster limoen linde liniaal linnen liter loket lolly lommer loods lotus
luchtig luifel lynx maandag maat machine magie magneet mahonie majoor makreel manege mango mantel marine markies markt marmer
marmot matroos meer meiklok melk melodie meloen mengsel mening merel metaal metro meubel middag midden mild miljoen mimosa minaret
minuut mistig mixer model moeras molen moment mondig montuur morgen mortel mossel motief motor mousse muesli munt museum musical
muskaat muts muur muziek myrte naald naam narcis natuur nectar negen nest netjes netwerk neus nevel nieuw nikkel noga noot norm
notaris noten nuchter nummer nylon oase object oceaan ochtend oester offerte okapi oktober olie olifant olijf omelet omslag omtrek
omweg onder ontbijt ontwerp onyx oogst oorbel oosten opening oplader opnieuw oprit optiek orde oregano orgel origami orkest otter
oudheid overal overjas paal pagina pakket paleis palet palm pannen panter papaja papier paprika parade paraplu parasol parel
parfum parkiet passie pasta patrijs patroon pauk pauze pedaal peddel peil pendule penning penseel peper perceel perron persoon
perzik petunia piano piccolo pienter pijp piloot pimpel pincet pinda pinguin pion pixel plaats plafond plan planeet plasje plateau
plezier ploeg ploeger plons pluim poedel poes polis polka pomp poncho pony poort popcorn portier post poster potlood praat prairie
praline premie prettig prins prisma proef profiel proza pruik pudding puree purper puzzel pyjama quiche quiz raaf radar radijs
radio rafel raket rank ravijn reactie recept recht record rede regel reiger reis rekenen reling reptiel ridder riem rijst ring
ritme rits rivier robijn robot roer roest rogge roltrap roman rond roos rooster roti rotonde route ruim ruimte rumoer rups rustig
ruwe saffier salade salon salto samba samen sandaal sardine satijn sauna saus savanne schaaf schaats schacht schaduw schans scheef
schelp scherm schets schip schoen school schors schouw schrift schroef schuim schuur scooter seconde seizoen serie servet sinds
singel sirene siroop sjaal slager sleutel slinger slof sloot sluier smaak smaragd smelt smid smoking snaar snavel sneeuw snel snip
snoek snor snorkel sofa solo sonate sopraan sorbet spar spatel specht spelen spiegel spijker spin spiraal spons sport spreeuw
spreuk spruit stad stapel start statief station steiger stengel step stereo sterk steun stevig stift stijl stilte stoel stoom
straat strand streep strik student studie stuiver stuk suiker systeem tablet tachtig tamboer tandem tapdans tapijt tarwe teen
tegoed teller tempel tempo tenor tent terras terrein textiel theater thee thema tijd tijger timmer tipi titel tofu tomaat toneel
tong toon toorts topaas toren tosti tractor trainer tram trein trend trio troffel trompet tropen tros trui tuba tuin tuinhek tulp
tunnel twaalf twijg uitgang uitje uitleg uniek uniform uurwerk vaandel vakman vallei veilig verder verte veter video vijf villa
vilt vinger vink violet viool visie visnet vlaai vlag vlakte vlecht vlier vloed vlot vogel volk volle vriend vrij vroeg vrucht
waaier wagen walrus walvis warm water wekker welkom wereld werk wezel wijs wijzer wilg wind winkel winst winter zaad zanger zebra
zeef zenit zero zigzag zijde zilver zoet zomer zondag zonnig zorg zucht zuid zuivel zuring zwaan zwaluw zwem zwier";
