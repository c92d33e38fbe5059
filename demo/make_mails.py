#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Writes the mails of the demo to demo/mails. All persons, firms and addresses are invented; each run gives the same bytes.

    python3 demo/make_mails.py
"""

import pathlib
import textwrap

from mail_parts import (
    attached_mail, date, file, identifier, invented_signature, jpeg, mail, multipart, pdf, png, text, winmail,
)

FOLDER = pathlib.Path(__file__).parent / "mails"


def paragraphs(content):
    """A text of a mail: the indent of this file taken away."""
    return textwrap.dedent(content).strip("\n")


MAILS = {}


def add(name, raw, line_end=b"\r\n"):
    MAILS[name] = raw.replace(b"\n", line_end)


# Residents

KLUSSERS = paragraphs("""
    Goedemorgen,

    Ik woon aan de Lindenlaan en wil graag iets doorgeven over nummer 901. Het huis staat te koop, maar sinds eind september
    wonen er mannen die het verbouwen. Ik tel er zeven of acht. Ze werken van half zeven 's ochtends tot na negen uur
    's avonds, ook op zondag. Volgens mij slapen ze in de kelder: daar brandt 's nachts licht en er liggen matrassen.

    Elke avond komt een grijze bestelbus met kenteken XX-00-XX. De bestuurder brengt boodschappen en neemt soms iemand mee. Vorige
    week vroeg één van de mannen mij om brood. Hij sprak een beetje Engels en zei dat hij zijn paspoort niet heeft en dat
    hij pas aan het eind van de klus geld krijgt. Toen de bus kwam, liep hij snel weg.

    Misschien is er niets aan de hand, maar het zit mij niet lekker. Ik wil niet dat de buren weten dat ik dit heb gemeld.

    Met vriendelijke groet,
    Joke van Wijngaarden
    06 0000 0001
""")
RESIDENT = ("Joke van Wijngaarden", "j.vanwijngaarden@post.example")
add("01-platte-tekst.eml", mail(1, RESIDENT, "Werklui in huis Lindenlaan 901", "2026-10-05", "08:12", text(KLUSSERS)))

HTML_ONLY = """
<html><head><title>Bericht</title><style>p { margin: 0; font-family: Arial }</style></head><body>
<p>Beste gemeente,</p>
<p>&nbsp;</p>
<p>In het appartement naast mij (<b>Havenstraat 900</b>, eerste verdieping) is het sinds een week of vijf een komen en gaan.
Steeds andere vrouwen, elk een paar dagen. Mannen komen alleen, blijven een half uur en gaan weer. Ook &rsquo;s nachts.</p>
<p>Wat mij het meest zorgen baart:</p>
<ul><li>de vrouwen komen nooit alleen naar buiten;</li><li>een man met een zwarte sporttas haalt elke ochtend iets op;</li>
<li>afgelopen dinsdag hoorde ik iemand lang huilen.</li></ul>
<p>Mijn zoon vond de advertentie: <a href="https://advertenties.voorbeeld.example/900?ref=1&amp;stad=heemstede">deze pagina</a>.
Op de foto&rsquo;s herken ik het behang.</p>
<p>Liever geen bezoek bij mij aan de deur. Bellen mag, na vijf uur.</p>
<p>Groet,<br>Ria Bontekoe<br><a href="mailto:ria.bontekoe@thuis.example">ria.bontekoe@thuis.example</a></p>
<img src="https://meting.voorbeeld.example/pixel.gif" width="1" height="1" alt="">
</body></html>
"""
add("02-alleen-html.eml", mail(2, ("Ria Bontekoe", "ria.bontekoe@thuis.example"), "Zorgen over de buren", "2026-10-07", "17:40",
    text(HTML_ONLY, kind="html", encoding="quoted-printable")))

KEUKEN = paragraphs("""
    Hoi collega's,

    Gisteravond (dinsdag 13 oktober, 21.15 uur) was ik met Daan bij de loods achter Havenstraat 900 voor een melding over
    stankoverlast. Er is een keuken waar maaltijden voor bezorging worden gemaakt. Wat wij zelf zagen:

    - vijf mensen aan het werk, niemand kon een contract laten zien;
    - achter de koelcel een ruimte zonder raam met vier bedden, kleding en een kookplaatje;
    - een lijst aan de muur met namen en bedragen. Bij elke naam stond "huur" en "boete";
    - de man die de deur opendeed beantwoordde alle vragen, ook die aan de anderen.

    Wat wij denken: zij slapen daar, en de huur wordt van hun loon afgehouden. Dat hebben wij niet gevraagd.

    Kan dit mee naar het overleg? Ik heb geen foto's gemaakt.

    Groet,
    Sanne Kuiper
    toezichthouder, team Handhaving
""")
KEUKEN_PART = multipart("alternative", "=_deel_3", text(KEUKEN, encoding="quoted-printable"),
    text("<div>" + KEUKEN.replace("\n", "<br>") + "</div>", kind="html", encoding="quoted-printable"))
SANNE = ("Sanne Kuiper", "s.kuiper@heemstede.example")
add("03-tekst-en-html.eml", mail(3, SANNE, "Slaapplaatsen in keuken Havenstraat 900", "2026-10-14", "09:05", KEUKEN_PART))

# The services of the municipality

SALON = paragraphs("""
    Dag,

    Bij de aanvraag voor een exploitatievergunning van een nagelsalon aan het Bloemenpad 903 klopt iets niet. De aanvraagster
    kende het ondernemingsplan niet en keek bij elke vraag naar de man die bij haar zat. Hij noemde zich haar boekhouder. Zij
    woont volgens haar opgave bij hem in huis, met nog drie medewerksters. Mijn verslag van het gesprek en een foto van de
    pui zitten in de bijlage.

    Met vriendelijke groet,
    Peter Hoogland
    Vergunningen
""")
SALON_FILES = [
    ("Verslag gesprek Bloemenpad 903.pdf", "application/pdf", pdf("Verslag gesprek 15 oktober 2026", "Aanvraag nagelsalon Bloemenpad 903")),
    ("foto pui.png", "image/png", png()),
]
add("04-outlook-winmail.eml", mail(4, ("Peter Hoogland", "p.hoogland@heemstede.example"), "Aanvraag nagelsalon Bloemenpad 903", "2026-10-15",
    "15:27", multipart("mixed", "----_=_NextPart_001_01DD3E00", text(SALON, "windows-1252", "quoted-printable"),
    file("winmail.dat", "application/ms-tnef", winmail(SALON, SALON_FILES))), extra="X-MS-Has-Attach: yes\nX-MS-TNEF-Correlator: <4>\n"))

DOORGESTUURD = paragraphs("""
    Collega's,

    Onderstaande mail kwam binnen bij het klantcontactcentrum. Volgens mij is deze voor jullie.

    Groeten, Fatima (KCC)

    Van: W. Terpstra <w.terpstra@post.example>
    Verzonden: maandag 19 oktober 2026 20:51
    Aan: Gemeente Heemstede <gemeente@heemstede.example>
    Onderwerp: Jongens aan de deur

    Geachte heer, mevrouw,

    In onze straat (Meerzicht) gaan bijna elke avond twee jongens langs de deuren met sleutelhangers, zogenaamd voor een goed
    doel. Het zijn steeds andere, hooguit zestien jaar. Om de hoek wacht een auto met een man erin; hij telt het geld. Een
    van de jongens vroeg aan mijn vrouw of hij even binnen mocht zitten, hij had sinds de ochtend niets gegeten. Hij zei dat
    hij honderd euro per dag moest halen en anders niet naar huis mocht.

    W. Terpstra
""")
add("05-doorgestuurd-in-tekst.eml", mail(5, ("Fatima Aouad", "kcc@heemstede.example"), "FW: Jongens aan de deur", "2026-10-20", "08:33",
    text(DOORGESTUURD)))

WIJKAGENT = mail(601, ("M. Verstappen-de Rooij", "m.derooij@politie.example"), "Observatie Kanaalweg 910", "2026-10-20", "23:10", text(paragraphs("""
    Even voor jullie beeld. Tijdens mijn late dienst zag ik op de Kanaalweg 910 (loods van een schoonmaakbedrijf) om 22.40 uur
    twee busjes aankomen met elk acht vrouwen in werkkleding. Zij gingen de loods in en kwamen er niet meer uit. Door de
    roldeur zag ik stapelbedden. Ik heb niet gesproken met de vrouwen. Dit is mijn eigen waarneming.

    Wijkagent Heemstede-Zuid
"""), "windows-1252", "quoted-printable"), to="k.bos@politie.example")
add("06-doorgestuurd-als-bijlage.eml", mail(6, ("Karin Bos", "k.bos@politie.example"), "Fwd: Observatie Kanaalweg 910", "2026-10-21", "09:48",
    multipart("mixed", "Apple-Mail=_6", text("Ter info, zie bijgevoegde mail van onze wijkagent. Graag bespreken in het signalenoverleg.\n\nKarin Bos"),
    attached_mail(WIJKAGENT))))

add("07-met-bijlagen.eml", mail(7, SANNE, "Controle Havenweg 915, foto's en verslag", "2026-10-22", "11:20", multipart("mixed", "b7_grens",
    text(paragraphs("""
        Collega's,

        Bij de controle op brandveiligheid in Havenweg 915 troffen wij elf slaapplaatsen in een pand voor vier personen.
        De bewoners zeggen via een uitzendbureau in de kassen te werken. Zij betalen 130 euro per week en mogen geen bezoek.
        Verslag en twee foto's in de bijlage.

        Sanne
    """)), file("slaapzaal.png", "image/png", png(40, 24)), file("voordeur.jpg", "image/jpeg", jpeg()),
    file("verslag.pdf", "application/pdf", pdf("Controle brandveiligheid", "Havenweg 915, 21 oktober 2026", "Elf slaapplaatsen aangetroffen.")))))

# Charsets of older programs

add("08-iso-8859-1.eml", mail(8, ("Praktijk Voorbeeldplein", "assistente@huisartsen-voorbeeldplein.example"), "Privé: zorgen om patiënte", "2026-10-23", "12:02", text(paragraphs("""
    Geachte collega,

    Namens de huisarts: een patiënte van rond de vijfentwintig komt steeds met dezelfde man. Hij voert het woord, betaalt
    contant en wil bij het onderzoek blijven. Zij heeft oude én nieuwe blauwe plekken. Toen hij even weg was, vroeg zij of wij
    een café kennen waar zij kan bellen. Wij noemen geen naam; wij willen eerst weten wat wij kunnen doen. Belt u ons?

    Hélène Driessen, praktijkassistente, telefoon 06 0000 0008
"""), "iso-8859-1", "quoted-printable"), charset="iso-8859-1"))

add("09-windows-1252.eml", mail(9, ("Inkomensconsulent IASZ", "r.smit@iasz.example"), "Uitkering gaat naar ander – Meerzicht 920", "2026-10-26", "10:31", text(paragraphs("""
    Goedemorgen,

    Een cliënt laat zijn uitkering (€ 1.345,–) sinds juli storten op de rekening van een “vriend”. Hij woont daar in de schuur,
    Meerzicht 920. In ruil voor “kost en inwoning” werkt hij zes dagen per week in diens autowasserij. Hij is licht
    verstandelijk beperkt en zegt dat hij een schuld moet aflossen. Hoe hoog die is, weet hij niet.

    Hij heeft mij gevraagd dit niet te melden. Ik heb gezegd dat ik ‘m niet alleen laat. Graag overleg.

    Rob Smit
"""), "windows-1252", "8bit"), charset="windows-1252"))

add("10-iso-8859-9.eml", mail(10, ("Gülşen Yıldırım", "gulsen@mail.example"), "Fırında çalışma şartları", "2026-10-27", "22:14", text(paragraphs("""
    İyi akşamlar,

    Kuzenim Heemstede'de bir fırında çalışıyor. Her gece saat ikiden öğlene kadar çalışıyor, haftada yedi gün. Üç aydır
    maaş almadı. Patron pasaportunu kasada tutuyor ve “şikâyet edersen seni geri gönderirim” diyor. Kuzenim fırının üstündeki
    odada kalıyor, kapı dışarıdan kilitli. Adres: Bloemenpad 907.

    Hollandacam iyi değil, özür dilerim. Lütfen adımı söylemeyin.

    Gülşen
""").replace("“", '"').replace("”", '"'), "iso-8859-9", "base64"), charset="iso-8859-9"))

add("11-iso-8859-2.eml", mail(11, ("Łukasz Wiśniewski", "lukasz.w@mail.example"), "Praca przy cebulkach - prośba o pomoc", "2026-10-28", "19:55", text(paragraphs("""
    Dzień dobry,

    Pracuję od sierpnia przy cebulkach kwiatowych. Mieszkamy w dziewięć osób w przyczepach na Kanaalweg 912. Szef potrąca za
    łóżko, dojazd i „kary” – zostaje mi 40 euro na tydzień. Kto chce odejść, musi zapłacić 1500 euro. Kierowca szarej furgonetki
    XX-00-XX zabrał nam dowody osobiste. Boję się, ale chcę porozmawiać. Proszę nie dzwonić, tylko pisać.

    Łukasz
""").replace("„", '"').replace("”", '"').replace("–", "-"), "iso-8859-2", "quoted-printable"), charset="iso-8859-2"))

add("12-koi8-u.eml", mail(12, ("Оксана Ткаченко", "oksana@post.example"), "Робота без оплати", "2026-10-29", "13:37", text(paragraphs("""
    Доброго дня!

    Я живу в притулку для українців у Хемстеде. Жінка, яка приходить до притулку, пропонує роботу: прибирання в готелях. Моя
    сусідка погодилась. Вона працює по чотирнадцять годин, а гроші обіцяють "потім". Телефон у неї забрали. Тепер та жінка
    питає про мою доньку, їй сімнадцять років. Її номер 06 0000 0017.

    Дякую за допомогу. Оксана
"""), "koi8-u", "base64"), charset="koi8-u"))

add("13-cyrillisch-utf-8.eml", mail(13, ("Десислава Илиева", "desi.ilieva@mail.example"), "Сигнал за сестра ми", "2026-10-30", "21:03", text(paragraphs("""
    Здравейте,

    Сестра ми замина за Нидерландия с приятеля си. Обеща ѝ работа в ресторант. Сега той ѝ взема парите и качва обяви с нейни
    снимки. Тя ми писа, че е в хотел в Хемстеде до гарата и че утре ще я местят. От вчера телефонът ѝ е изключен.

    Моля, проверете. Десислава
"""), encoding="base64")))

add("14-roemeens.eml", mail(14, ("Ștefan Munteanu", "stefan.m@post.example"), "Muncă la Kanaalweg", "2026-11-02", "06:48", text(paragraphs("""
    Bună ziua,

    Lucrez la spălătoria auto de pe Meerzicht 920. Suntem patru. Dormim în spate, nu avem contract și primim 20 de euro pe zi. Un
    om care lucrează cu noi este bolnav și nu are voie la doctor. Șeful a spus că știe unde locuiesc familiile noastre.

    Vă rog să veniți când nu este șeful: marți dimineață.
"""), encoding="quoted-printable")))

add("15-engels.eml", mail(15, ("Priya N.", "priya.n@mail.example"), "Au pair in Heemstede - is this normal?", "2026-11-03", "14:22", text(paragraphs("""
    Hello,

    I came here as an au pair in June. The contract says 30 hours a week. I work from 6 in the morning until 10 at night, for
    three families in the same street (Parklaan 931, 933 and 940). My host keeps my passport "for safety" and says the agency
    will fine me 4,000 euros if I leave. I may only phone my mother when she is in the room.

    I am writing from the library. Please do not reply to the house phone. I am here every Tuesday after two.

    Priya
"""))))

# Chain partners

CONTROLE = text(paragraphs("""
    Geachte collega,

    Op verzoek van uw gemeente bevestigen wij dat de Arbeidsinspectie op 11 november ruimte heeft voor een gezamenlijke
    controle. Bij ons zijn over de exploitant van Kanaalweg 910 twee eerdere signalen bekend over onderbetaling en huisvesting door
    de werkgever. De inhoud daarvan verstrekken wij pas na een besluit in het LOO.

    Met vriendelijke groet,
    mr. A. de Wit
    Nederlandse Arbeidsinspectie
"""), encoding="quoted-printable")
add("16-smime-ondertekend.eml", mail(16, ("A. de Wit", "a.dewit@nla.example"), "Kanaalweg 910: gezamenlijke controle", "2026-11-04", "10:00",
    multipart("signed", "----=_smime16", CONTROLE, file("smime.p7s", "application/pkcs7-signature", invented_signature()),
    extra=' protocol="application/pkcs7-signature"; micalg=sha-256;', preamble="This is an S/MIME signed message.\n\n")))

add("17-automatisch-antwoord.eml", mail(17, ("Karin Bos", "k.bos@politie.example"), "Automatisch antwoord: Observatie Kanaalweg 910", "2026-11-04",
    "10:04", text("Ik ben afwezig tot en met 9 november. Bel bij spoed 112."),
    extra=f"In-Reply-To: <{identifier(600)}@heemstede.example>\nAuto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\n"))

BOUNCE = multipart("report", "17dsn", text("Uw bericht kon niet worden bezorgd: de postbus is vol.", "us-ascii", "7bit"),
    b"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mail.post.example\n\nFinal-Recipient: rfc822; w.terpstra@post.example\n"
    b"Action: failed\nStatus: 5.2.2\n",
    f"Content-Type: text/rfc822-headers\n\nFrom: postbus-veiligheid@heemstede.example\nMessage-ID: <{identifier(601)}@heemstede.example>\n".encode(),
    extra=" report-type=delivery-status;")
BOUNCE = mail(18, ("Mail Delivery System", "mailer-daemon@post.example"), "Undelivered Mail Returned to Sender", "2026-11-04", "10:06", BOUNCE)
add("18-onbestelbaar.eml", BOUNCE.replace(b"Return-Path: <mailer-daemon@post.example>", b"Return-Path: <>"))

add("19-dubbel.eml", mail(3, SANNE, "Slaapplaatsen in keuken Havenstraat 900", "2026-10-14", "09:05", KEUKEN_PART, route="b"))
add("20-dubbel-zonder-message-id.eml", mail(1, RESIDENT, "Werklui in huis Lindenlaan 901", "2026-10-05", "08:12", text(KLUSSERS),
    message_id=False, route="c"))

TORN = mail(21, ("H. Blom", "h.blom@thuis.example"), "Melding met foto", "2026-11-05", "16:45", multipart("mixed", "gescheurd21",
    text("Deze tekst is verloren.", encoding="base64"), file("foto.png", "image/png", png())))
TORN_AT = TORN.index(b"RGV6")
add("21-gescheurd.eml", TORN[:TORN_AT] + b"\0" * 48)

BOX = [
    mail(221, ("Meld Misdaad Anoniem", "tips@meldmisdaadanoniem.example"), "MMA-melding 26-110417 (doorgezonden)", "2026-11-06", "09:00", text(paragraphs("""
        Via Meld Misdaad Anoniem is de volgende informatie ontvangen. De melder is anoniem; vragen aan de melder zijn niet mogelijk.

        Plaats: Heemstede, Lindenlaan 901
        Inhoud: In de woning verblijven buitenlandse mannen die verbouwen. Zij worden gebracht en gehaald met een grijze bus,
        XX-00-XX. De eigenaar zou een aannemer zijn die vaker zo werkt, ook in een buurgemeente.

        From zes uur 's ochtends is er volgens de melder lawaai.
    """).replace("\n\nFrom", "\n\n>From"))),
    mail(222, ("Meld Misdaad Anoniem", "tips@meldmisdaadanoniem.example"), "MMA-melding 26-110533 (doorgezonden)", "2026-11-06", "09:01", text(paragraphs("""
        Via Meld Misdaad Anoniem is de volgende informatie ontvangen. De melder is anoniem; vragen aan de melder zijn niet mogelijk.

        Plaats: Heemstede, omgeving station
        Inhoud: Een jongen van ongeveer negentien laat scholieren pakketjes wegbrengen. Wie stopt, krijgt een boete. De melder noemt de
        bijnaam "Snor" en een witte scooter.
    """))),
    mail(223, ("Buurtteam Centrum", "buurtteam@heemstede.example"), "Doorgeven van inloopspreekuur", "2026-11-06", "16:20", text(paragraphs("""
        Op het spreekuur kwam een mevrouw die in de huishouding werkt bij een gezin aan de Parklaan (nummer wil ze niet zeggen). Zij
        krijgt kost en inwoning, geen geld. Zij komt volgende week vrijdag terug. Wie van jullie kan erbij zijn?
    """))),
]
MAILS["22-mma-en-buurtteam.mbox"] = b"".join(
    f"From MAILER-DAEMON Fri Nov  6 {9 + number}:00:00 2026\n".encode() + raw + b"\n" for number, raw in enumerate(BOX))

add("23-acuut.eml", mail(23, ("Nachtopvang Voorbeeldhuis", "nachtdienst@voorbeeldhuis.example"), "SPOED: vrouw zit nu vast, Parklaan 944", "2026-11-07", "23:52", text(paragraphs("""
    Wij kregen om 23.40 uur een bericht van een cliënte die wij sinds maandag missen. Letterlijk: "parklaan 944 boven, deur op
    slot, hij komt om 1 uur met anderen, help". Daarna geen contact meer. Wij hebben 112 gebeld (23.45 uur). Wij melden het
    ook hier, omdat jullie haar dossier kennen. Zij is 22 jaar.

    Bereikbaar de hele nacht: 06 0000 0023. Bel haar NIET op haar eigen nummer, haar telefoon wordt bekeken.

    Tess, nachtdienst
""")), extra="Importance: high\nX-Priority: 1\n"))

add("24-minderjarig.eml", mail(24, ("Ilse Rademaker", "i.rademaker@atheneum-aan-zee.example"), "Zorgen om leerling (15)", "2026-11-09", "12:15", text(paragraphs("""
    Goedemiddag,

    Ik ben zorgcoördinator op het Atheneum aan Zee. Een leerling van 15 uit Heemstede heeft sinds de zomer dure kleding en twee
    telefoons. Hij verzuimt elke donderdag en vrijdag. Aan zijn mentor vertelde hij dat hij "ritjes" doet voor oudere jongens, dat
    hij een tas is kwijtgeraakt en nu 3.000 euro schuld heeft. Hij is bang dat zij naar zijn zusje gaan.

    Zijn ouders weten hier niets van en hij heeft gevraagd dat zo te laten. Veilig Thuis heb ik om advies gevraagd (9 november).
    Wat kunnen wij samen doen?

    Ilse Rademaker, 06 0000 0024
"""), encoding="quoted-printable")))

add("25-hvo-querido.eml", mail(25, ("Noor Castelein", "n.castelein@hvo-querido.example"), "Signaal voor Heemstede, met toestemming cliënte", "2026-11-10", "09:30", text(paragraphs("""
    Beste ketenpartner,

    Een vrouw in onze opvang (Amsterdam) vertelt dat zij van april tot september in Heemstede heeft gewerkt, op Havenstraat 900,
    eerst in de keuken en later "boven". Zij kreeg geen geld. Er waren toen nog drie vrouwen. Zij wil geen aangifte doen, maar
    geeft toestemming om dit zonder haar naam met u te delen.

    Uit de tweede hand: volgens haar is er ook een pand in een andere gemeente. Dat kunnen wij niet bevestigen.

    Graag horen wij wat u met dit signaal doet.

    Noor Castelein
    HVO-Querido
"""))))

add("26-scharlaken-koord.eml", mail(26, ("Marloes Pot", "veldwerk@scharlakenkoord.example"), "Veldwerk oktober: twee zorgen", "2026-11-11", "15:10", multipart("alternative", "alt26",
    text(paragraphs("""
        Dag allemaal,

        Bij ons online veldwerk in oktober vielen twee dingen op.

        1. Het nummer 06 0000 0017 staat bij zes advertenties van verschillende vrouwen, alle met Heemstede als plaats.
        2. Een vrouw die wij spraken, zei dat zij niet zelf haar berichten beantwoordt en elke week naar een ander adres gaat.

        Wij blijven contact zoeken. Zij wil nu geen contact met politie.

        Marloes
    """), encoding="quoted-printable", extra="; format=flowed"),
    text("<p>Dag allemaal,</p><p>Zie de platte tekst.</p>", kind="html"))))

add("27-ggd.eml", mail(27, ("Team Publieke Gezondheid", "pg@ggd-kennemerland.example"), "Bezoek hotel Stationszicht", "2026-11-12", "11:45", text(paragraphs("""
    <p>Beste mensen,</p><p>Onze verpleegkundige bezocht op 10 november drie sekswerkers in hotel Stationszicht, Stationsplein 950. E&eacute;n van
    hen had geen eigen telefoon en moest voor het gesprek toestemming vragen aan iemand in de lobby.</p>
    <table><tr><th>Datum</th><th>Kamer</th></tr><tr><td>10 november</td><td>onbekend, tweede verdieping</td></tr></table>
    <p>Zij heeft onze kaart gekregen. Meer informatie kunnen wij niet delen vanwege ons beroepsgeheim.</p>
"""), "iso-8859-1", kind="html")))

SUBLET = paragraphs("""
    Geachte heer/mevrouw,

    De huurder van Havenstraat 900 (eerste verdieping) is sinds maart niet meer gezien. De huur wordt contant gestort door een ander. Het
    waterverbruik is verdrievoudigd. Onze huismeester zag op 12 november vier vrouwen en een man met een zwarte sporttas.

    Zullen wij samen optrekken? Wij gaan niet naar binnen voordat u dat goed vindt.
""")
add("28-woningcorporatie.eml", mail(28, ("Woonconsulent", "woonfraude@woonvoorbeeld.example"), "Vermoeden onderhuur Havenstraat 900", "2026-11-13", "08:58", text(SUBLET)))

add("29-aanvulling-melder.eml", mail(29, RESIDENT, "Re: Werklui in huis Lindenlaan 901", "2026-11-14", "19:26", text(paragraphs("""
    Beste mevrouw,

    Dank voor uw bericht. Nog iets: vanmiddag zijn drie van de mannen met koffers in de grijze bus gestapt. De man die mij
    om brood vroeg, was er niet bij. Ik maak mij zorgen.

    Joke van Wijngaarden

    > Van: postbus-veiligheid@heemstede.example
    > Verzonden: dinsdag 6 oktober 2026 10:02
    > Onderwerp: Re: Werklui in huis Lindenlaan 901
    >
    > Wij hebben uw bericht ontvangen.
""")), extra=f"In-Reply-To: <{identifier(602)}@heemstede.example>\nReferences: <{identifier(1)}@post.example>\n <{identifier(602)}@heemstede.example>\n"))

add("30-adviesvraag.eml", mail(30, ("Jeugdteam", "jeugdteam@heemstede.example"), "Vraag: wanneer melden?", "2026-11-16", "13:05", text(paragraphs("""
    Hoi,

    Een vraag, nog geen melding. Een meisje uit mijn groep heeft een vriend van 24 die haar ophaalt en cadeaus geeft. Zij is 17. Wanneer
    is zoiets een signaal voor jullie, en wat mag ik delen zonder toestemming? Ik noem nu bewust geen naam.

    Bram
"""))))

add("31-mailinglijst.eml", mail(31, ("Els Wouda", "els.wouda@kerk-en-buurt.example"), "[netwerk-zorg] Man slaapt in kas", "2026-11-17", "10:40", text(paragraphs("""
    Beste allen,

    Bij de voedselbank kwam een man die zegt in de kas te slapen waar hij werkt (Kanaalweg, voorbij de brug). Hij heeft al twee maanden geen
    loon gehad en durft niet weg: hij heeft 2.000 euro geleend voor de reis. Kan iemand van de gemeente hierop reageren?

    Els Wouda
""")), extra="List-Id: Netwerk zorg Heemstede <netwerk-zorg.lijsten.example>\nList-Unsubscribe: <mailto:af@lijsten.example>\nPrecedence: list\n"))

add("32-buiten-taak.eml", mail(32, ("Gerard Pol", "g.pol@thuis.example"), "Geluidsoverlast warmtepomp", "2026-11-18", "20:12", text(paragraphs("""
    Geachte gemeente,

    De warmtepomp van de buren bromt de hele nacht. Ik heb dit al twee keer gemeld. Bij welke afdeling moet ik zijn?

    G. Pol, Meerzicht 922
"""))))

add("33-zelfde-tekst.eml", mail(33, ("Fatima Aouad", "kcc@heemstede.example"), "Brief van de woningcorporatie", "2026-11-18", "15:41", text(paragraphs("""
    Beste collega's,

    Deze brief kregen wij ook op papier, bij de balie. Ik heb hem overgetypt.

""") + "\n\n" + SUBLET)))


def main():
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for name, raw in MAILS.items():
        (FOLDER / name).write_bytes(raw)
    print(f"{len(MAILS)} files in {FOLDER}")


if __name__ == "__main__":
    main()
