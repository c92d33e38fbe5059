// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What personal data are processed for. Everything in the journal belongs to one activity, and each activity stands in the
//! municipality's register (AVG art. 30): without its entry the program does not start.

use crate::{audit::Event, id::ActivityId};

macro_rules! activities {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// An activity of the program, as the register of processing activities knows it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Activity { $($(#[$doc])* $name),+ }

        impl Activity {
            /// Every activity.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its identifier in the register.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    };
}

activities! {
    /// Taking in what comes in, by every channel, and looking at it.
    Intake = "intake",
    /// Knowing who reported, writing to them, and letting them hear back.
    ReporterContact = "reporter-contact",
    /// Assessing a signal, and bringing it along the route.
    SignalHandling = "signal-handling",
    /// Finding out what belongs together, also with another municipality.
    Linking = "linking",
    /// Asking sources.
    SourceQueries = "source-queries",
    /// Talking a signal over in a body.
    Meetings = "meetings",
    /// Giving data to others.
    Sharing = "sharing",
    /// Handing over at once where there is danger.
    AcuteDanger = "acute-danger",
    /// Asking for care.
    Care = "care",
    /// Asking and giving advice.
    Advice = "advice",
    /// Searching in texts.
    Search = "search",
    /// Accounts of people who work with the program.
    Accounts = "accounts",
    /// Recording who did and who read what, and looking at that.
    Audit = "audit",
    /// Keeping data no longer than needed.
    Retention = "retention",
    /// Keeping the program running: configuration, backups.
    Operation = "operation",
}

impl Activity {
    /// Its identifier in the register.
    pub fn id(self) -> ActivityId {
        ActivityId(self.as_str().to_owned())
    }
}

impl Event {
    /// Whether who reported is concerned by it, where it is about a report.
    pub fn concerns_reporter(&self) -> bool {
        let taken_in = matches!(
            self,
            Self::ReportReceived { .. }
                | Self::ReportTyped { .. }
                | Self::ReportedOwn { .. }
                | Self::OriginalOpened { .. }
                | Self::PartnerConfirmed { .. }
        );
        taken_in || self.activity() == Activity::ReporterContact
    }
}

macro_rules! processing {
    ($($activity:ident { $($event:ident = $name:literal),+ $(,)? })+) => {
        impl Event {
            /// The one activity that it is part of.
            pub fn activity(&self) -> Activity {
                match self { $($(Self::$event { .. })|+ => Activity::$activity),+ }
            }

            /// What was done, as the processing log names it: an infinitive and a noun, in Dutch.
            pub fn operation(&self) -> &'static str {
                match self { $($(Self::$event { .. } => $name),+),+ }
            }
        }
    };
}

processing! {
    Intake {
        ReportReceived = "Ontvangen melding",
        MessageQuarantined = "Apartzetten bericht",
        QuarantinedOpened = "Openen apartgezet bericht",
        QuarantinedSettled = "Afhandelen apartgezet bericht",
        ReportTyped = "Vastleggen melding",
        ReportedOwn = "Indienen melding",
        TipsSorted = "Sorteren tips",
        ReportRead = "Opvragen melding",
        FileOpened = "Openen bestand",
        OriginalOpened = "Openen origineel bestand",
        FileScanned = "Controleren bestand",
        ReportCorrected = "Corrigeren melding",
        ReportClassified = "Indelen melding",
        PartnerConfirmed = "Bevestigen afzender",
        ReportSetAside = "Terzijde leggen melding",
    }
    ReporterContact {
        ReporterAsked = "Stellen vraag aan melder",
        QuestionWithdrawn = "Intrekken vraag aan melder",
        ReporterAnswered = "Ontvangen antwoord van melder",
        ReporterAdded = "Ontvangen aanvulling van melder",
        ReporterMessagesSeen = "Opvragen berichten van melder",
        OwnReportRead = "Opvragen eigen melding",
        ReporterOpened = "Opvragen melder",
        FeedbackGiven = "Geven terugkoppeling",
        FeedbackWithheld = "Achterwege laten terugkoppeling",
        SafeContactRead = "Opvragen veilig contact",
        SafeContactFollowed = "Bevestigen veilig contact",
        TextNamedReporter = "Controleren tekst op melder",
        MailQueued = "Klaarzetten bericht",
        MailTried = "Verzenden bericht",
        MailDeferred = "Uitstellen bericht",
        MailAccepted = "Afleveren bericht",
        MailDoubted = "Verwerken bericht van niet-aankomst",
        MailFailed = "Mislukken bericht",
        MailFailureSettled = "Afhandelen mislukt bericht",
    }
    SignalHandling {
        SignalRegistered = "Registreren signaal",
        ReportLinked = "Toevoegen melding aan signaal",
        ReportUnlinked = "Losmaken melding van signaal",
        SignalRead = "Opvragen signaal",
        ListShown = "Opvragen overzicht",
        MovedOn = "Verplaatsen signaal",
        GateDecided = "Beslissen over poort",
        Decided = "Vastleggen besluit",
        SentBack = "Terugsturen signaal",
        SignalClosed = "Afsluiten signaal",
        OwnerChanged = "Overdragen signaal aan collega",
        Observed = "Vastleggen waarneming",
        Assessed = "Vastleggen duiding",
        SubjectAdded = "Vastleggen onderwerp",
        SubjectStruck = "Doorhalen onderwerp",
        NoteAdded = "Vastleggen notitie",
        ItemMarked = "Kenmerken onderdeel",
    }
    Linking {
        LinksShown = "Vergelijken meldingen en signalen",
        KeptApart = "Uit elkaar houden meldingen en signalen",
        ApartTakenBack = "Terugnemen uit elkaar houden",
        AskedElsewhere = "Navragen feit bij andere gemeente",
        AskedByNeighbour = "Beantwoorden navraag van andere gemeente",
    }
    SourceQueries {
        QueryWritten = "Opstellen bronbevraging",
        QueryDecided = "Beslissen over bronbevraging",
        QueryWithdrawn = "Intrekken bronbevraging",
        SourceAsked = "Bevragen bron",
        SourceAnswered = "Vastleggen antwoord van bron",
    }
    Meetings {
        GuestInvited = "Uitnodigen gast",
        Recused = "Buiten houden betrokkene",
        Readmitted = "Weer toelaten betrokkene",
        InvitationsMoved = "Wijzigen uitnodiging gast",
        MeetingPlanned = "Plannen overleg",
        AgendaChanged = "Wijzigen agenda",
        MeetingStarted = "Openen overleg",
        ItemHeldOver = "Aanhouden agendapunt",
        MeetingClosed = "Sluiten overleg",
        MeetingMoved = "Verzetten overleg",
        MeetingCancelled = "Afzeggen overleg",
        MeetingReinstated = "Herstellen overleg",
        AttendanceNoted = "Vastleggen aanwezigen",
        SubstituteNamed = "Aanwijzen vervanger",
        MinutesApproved = "Vaststellen besluitenlijst",
        MeetingRead = "Opvragen agenda",
    }
    Sharing {
        StrandStarted = "Uitzetten actie of overdracht",
        StrandStepped = "Bijwerken actie of overdracht",
        StrandRead = "Opvragen actie of overdracht",
        PhotoOpened = "Openen foto van controle",
        SharingAsked = "Toetsen delen",
        PackReleased = "Vrijgeven pakket",
        PackOpened = "Openen pakket",
        PackWithdrawn = "Intrekken pakket",
        BroughtRead = "Opvragen inbreng aan tafel",
        PartnerReplied = "Vastleggen antwoord van partner aan tafel",
        PartnerQuestionRead = "Opvragen vraag aan partner",
        PartnerAnswered = "Ontvangen antwoord van partner",
    }
    AcuteDanger { MarkedAcute = "Overdragen acuut gevaar" }
    Care { CareAsked = "Vragen zorg" }
    Advice {
        AdviceAsked = "Vragen advies",
        AdviceRead = "Opvragen adviesvraag",
        AdviceSaid = "Geven advies",
        AdviceClosed = "Afsluiten adviesvraag",
    }
    Search { Searched = "Doorzoeken signalen en meldingen" }
    Accounts {
        LoggedIn = "Inloggen medewerker",
        LogInFailed = "Weigeren inlog",
        LoggedOut = "Uitloggen medewerker",
        AccountSetUp = "Instellen account",
        LanguageChosen = "Kiezen taal",
        FeedMade = "Maken agenda-adres",
        FeedWithdrawn = "Intrekken agenda-adres",
        PersonAdded = "Toevoegen medewerker",
        RolesChanged = "Wijzigen rollen",
        MailChanged = "Wijzigen mailadres",
        LogInReset = "Herstellen inlog",
        PersonDisabled = "Sluiten account",
    }
    Audit {
        Refused = "Weigeren toegang",
        JournalRead = "Opvragen journaal",
        WhoLookedSeen = "Opvragen wie keek",
        LooksExported = "Exporteren wie keek",
        PatternSettled = "Beoordelen opvallend kijken",
        GlassBroken = "Openen noodtoegang",
        ReadUnderGlass = "Opvragen signaal met noodtoegang",
        GlassJudged = "Beoordelen noodtoegang",
        ClaimEntered = "Vastleggen verzoek betrokkene",
        ClaimRead = "Opvragen verzoek betrokkene",
        ClaimSearched = "Zoeken voor verzoek betrokkene",
        ClaimPlaceOpened = "Openen passages voor verzoek betrokkene",
        ClaimDecided = "Beslissen over passage",
        ClaimExtended = "Verlengen verzoek betrokkene",
        ClaimRectified = "Vastleggen rectificatie",
        UseRestricted = "Beperken gebruik signaal",
        ErasureProposed = "Voorstellen verwijdering",
        ClaimAnswered = "Beantwoorden verzoek betrokkene",
        ClaimBundled = "Samenstellen inzage",
        LooksReviewed = "Vastleggen controle op wie keek",
        DpiaRead = "Opvragen DPIA",
        DpiaAnswered = "Beantwoorden vraag van DPIA",
        DpiaGivenOut = "Uitgeven DPIA",
        ProcessingLogRead = "Opvragen verwerkingslog",
        DecisionsRead = "Opvragen beslissingenlog",
        RegisterRead = "Opvragen verwerkingsregister",
    }
    Retention {
        HoldSet = "Instellen bewaarplicht",
        HoldLifted = "Opheffen bewaarplicht",
        DisposalProposed = "Voorstellen vernietiging",
        KeptLonger = "Verlengen bewaartermijn",
        DisposalApproved = "Goedkeuren vernietiging",
        DisposalReturned = "Teruggeven vernietigingslijst",
        DisposalAuthorised = "Vrijgeven vernietiging",
        DisposalLeft = "Afzien vernietiging",
        Destroyed = "Vernietigen gegevens",
        DisposalCertified = "Vaststellen verklaring",
        ProcessingLogTrimmed = "Opschonen verwerkingslog",
        CertificateGivenOut = "Uitgeven verklaring",
        DecisionsTrimmed = "Opschonen beslissingenlog",
        ArchiveExported = "Uitgeven archief",
    }
    Operation {
        ConfigurationLoaded = "Laden configuratie",
        BackupMade = "Maken reservekopie",
        FiguresRead = "Opvragen cijfers",
        FiguresCompared = "Vergelijken cijfers",
        BoundsRead = "Opvragen grenzen",
        PlanTakenIn = "Inlezen plan",
        ActionDone = "Vastleggen uitgevoerde actie",
        ActionOwned = "Vastleggen verantwoordelijke",
        RecordAdded = "Vastleggen activiteit voor plan",
        RecordCorrected = "Bijwerken activiteit voor plan",
        OccasionWritten = "Opschrijven voor agendapunt of verslag",
        OccasionHeld = "Vastleggen behandeling of aanbieding",
        OccasionPaperMade = "Maken stuk of verslag",
        FiguresTakenIn = "Inlezen cijfers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_an_infinitive_and_a_noun() {
        for event in [Event::ReportRead, Event::JournalRead, Event::Observed] {
            let words: Vec<_> = event.operation().split(' ').collect();
            assert!(words.len() >= 2 && words[0].ends_with('n'), "{words:?}");
        }
    }

    #[test]
    fn reading_a_signal_is_part_of_handling_it() {
        let event = Event::SignalRead {
            purpose: String::new(),
        };
        assert_eq!(event.activity(), Activity::SignalHandling);
        assert_eq!(event.operation(), "Opvragen signaal");
    }
}
