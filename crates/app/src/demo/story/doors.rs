// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What comes in by other doors than mail: a batch of tips, questions for advice, the public form, a telephone call; a question to a partner
//! about somebody else's report, and a letter that no mail server takes.

use meldroute_core::{
    configuration::public::PublicLanguage,
    id::{ConsultId, EntryId, MessageId, ReportId},
    outgoing::{Attempt, Outgoing},
    policy::{Actor, Role},
    ports::{Later, Mailer},
    report::{Openness, Reporter, ReporterKind, Way},
    signal::feedback::FeedbackWay,
    usecase::{
        consult, outgoing,
        report::{self, Ask, SettleFeedback, Tell, TypeReport, Voice},
    },
};

use crate::{demo::teller::Teller, stop::Stop};

/// Forwarded tips as Meld Misdaad Anoniem sends them; two of the four are about something else.
const TIPS: &str = "Kenmerk;Onderwerp;Tip;Plaats;Datum\n\
    MMA-900001;Mensenhandel;In het pand boven de wasserette wisselen de bewoonsters elke twee weken. Een man in een grijze bestelbus haalt en \
    brengt ze.;Binnenweg 931, Heemstede;al een maand\n\
    MMA-900002;Fietsendiefstal;Er worden fietsen weggehaald bij het station.;Heemstede-Aerdenhout;vorige week\n\
    MMA-900003;Arbeidsuitbuiting;Een schoonmaakbedrijf houdt loon in voor een slaapplaats in de loods.;Cruquiusweg 960, Heemstede;nu\n\
    MMA-900004;Vuurwerk;In een schuur ligt vuurwerk opgeslagen.;Heemstede;onbekend\n";

/// What came in, and what was asked.
pub(super) async fn other_doors(teller: &Teller) -> Result<(), Stop> {
    teller.at(teller.weeks.lately(50));
    let table = teller.services().tables.read(TIPS.as_bytes());
    let table = table.map_err(|problem| Stop::refused(problem.to_string()))?;
    report::take_in_tips(teller.services(), &teller.actor("coordinator")?, &table)
        .await
        .map_err(|problem| Stop::refused(problem.to_string()))?;
    advice(teller).await?;
    let told = public_report(teller).await?;
    question_to_partner(teller, told).await?;
    letter_that_fails(teller).await
}

/// One question for advice with an answer, and one that waits.
async fn advice(teller: &Teller) -> Result<(), Stop> {
    let services = teller.services();
    teller.at(teller.weeks.lately(52));
    let question = "Bij een huisbezoek deed iemand anders steeds het woord voor de bewoonster. Is dat iets om te melden?";
    let form = ConsultId(services.minter.mint());
    let answered = consult::ask(services, &teller.actor("ambtenaar")?, form, question.to_owned()).await?;
    teller.at(teller.weeks.lately(56));
    let answer = "Ja, dat kan een aanwijzing zijn. Schrijf op wat u zag en hoorde, zonder oordeel, en meld het. Bel mij als u twijfelt.";
    let said = EntryId(services.minter.mint());
    let officer = teller.actor("aandachtsfunctionaris")?;
    consult::say(services, &officer, answered, said, answer.to_owned()).await?;
    teller.at(teller.weeks.lately(84));
    let question = "Een ondernemer vraagt een adresinschrijving aan voor zes mensen op één kamer. Mag ik daarover met u bellen?";
    let form = ConsultId(services.minter.mint());
    consult::ask(
        services,
        &teller.actor("wijkhandhaver")?,
        form,
        question.to_owned(),
    )
    .await?;
    Ok(())
}

/// Somebody reports anonymously, is asked something, and comes back with the code. A second report is only just there.
async fn public_report(teller: &Teller) -> Result<ReportId, Stop> {
    let services = teller.services();
    teller.at(teller.weeks.lately(58));
    let code = tell(
        teller,
        "In het huis naast de garage wonen steeds andere jonge vrouwen. 's Nachts komen er mannen. Een van de vrouwen huilde op straat.",
        "Kerklaan 977",
    )
    .await?;
    let municipality = teller.municipality();
    let nameless = Voice::nameless(municipality, services.clock.now(), report::ORIGIN);
    let voice = Voice::with_code(services, municipality, &code, nameless).await?;
    let told = report::own_report(services, &voice).await?.report;
    teller.at(teller.weeks.lately(64));
    let ask = Ask {
        id: MessageId(services.minter.mint()),
        text: "Op welke dagen en rond welke tijd ziet u dit?".to_owned(),
        way: Way::Online,
        partner: None,
    };
    report::ask(services, &teller.actor("coordinator")?, told, ask).await?;
    teller.at(teller.weeks.lately(78));
    let form = MessageId(services.minter.mint());
    let more =
        "Vooral op vrijdag en zaterdag, na elf uur. Er staat dan een zwarte auto met een kapot achterlicht.";
    report::add(services, &voice, form, more.to_owned()).await?;
    teller.at(teller.weeks.lately(90));
    tell(
        teller,
        "Mijn collega in de keuken krijgt geen loon en slaapt in de voorraadkamer.",
        "Raadhuisplein 982",
    )
    .await?;
    Ok(told)
}

/// Reports by the public form. Gives the code of words.
async fn tell(teller: &Teller, text: &str, place: &str) -> Result<String, Stop> {
    let services = teller.services();
    let told = Tell {
        token: report::new_form(services)?,
        language: PublicLanguage::Nl,
        openness: Openness::Anonymous,
        reporter: Reporter::default(),
        area: None,
        text: text.to_owned(),
        place: place.to_owned(),
        observed: "de laatste weken".to_owned(),
        first_hand: Some(true),
        photos: Vec::new(),
    };
    Ok(report::tell(services, teller.municipality(), told).await?)
}

/// A partner with an account is asked about it, without seeing the report.
async fn question_to_partner(teller: &Teller, about: ReportId) -> Result<(), Stop> {
    let services = teller.services();
    teller.at(teller.weeks.lately(86));
    let ask = Ask {
        id: MessageId(services.minter.mint()),
        text: "Kent u een adres aan de Kerklaan waar jonge vrouwen kort verblijven? Graag ja of nee, en wie wij kunnen bellen.".to_owned(),
        way: Way::Online,
        partner: Some("hvo-querido".into()),
    };
    report::ask(services, &teller.actor("coordinator")?, about, ask).await?;
    Ok(())
}

/// A mail server that knows no mailbox. Nothing leaves the demo.
struct NoMailbox;

impl Mailer for NoMailbox {
    fn send<'a>(&'a self, _: &'a Outgoing) -> Later<'a, Attempt> {
        Box::pin(async { Attempt::Refused("550 5.1.1 mailbox unknown".to_owned()) })
    }
}

/// Somebody phones and gives a mail address; the letter to it is refused, and the coordinator finds that on their list.
async fn letter_that_fails(teller: &Teller) -> Result<(), Stop> {
    let services = teller.services();
    teller.at(teller.weeks.lately(70));
    let coordinator = teller.actor("coordinator")?;
    let typed = TypeReport {
        id: ReportId(services.minter.mint()),
        channel: "phone".into(),
        area: None,
        reporter_kind: ReporterKind::Resident,
        partner: None,
        openness: Openness::Confidential,
        reporter: Reporter {
            name: "Greet Verzonnen".to_owned(),
            contact: "greet.verzonnen@post.example".to_owned(),
            safe_contact: "Alleen mailen, niet bellen: er leest iemand mee.".to_owned(),
        },
        subject: "Jongens die niet naar school gaan".to_owned(),
        text: "Twee jongens van een jaar of zestien werken overdag in een autowasplaats en slapen daar ook."
            .to_owned(),
        place: "Industrieweg 915".to_owned(),
        observed: "elke doordeweekse dag".to_owned(),
        first_hand: Some(true),
    };
    let phoned = report::type_in(services, &coordinator, typed).await?;
    teller.at(teller.weeks.lately(73));
    let owed = services.store.report(teller.municipality(), phoned).await?;
    let owed = owed.and_then(|stored| Some(stored.value.feedback_due().next()?.id));
    let owed = owed.ok_or_else(|| Stop::refused("the demo owes nobody a letter"))?;
    let give = SettleFeedback::Give {
        text: "Wij hebben uw melding ontvangen en bekijken haar. Is er direct gevaar? Bel dan 112."
            .to_owned(),
        way: FeedbackWay::Sent,
        followed: true,
    };
    report::settle_feedback(services, &coordinator, phoned, owed, give).await?;
    teller.at(teller.weeks.lately(74));
    let (now, here) = (services.clock.now(), teller.municipality());
    let sender = Actor::of_program(Role::Sender, "demo", here, now);
    outgoing::send_due(services, &sender, &NoMailbox, now).await?;
    Ok(())
}
