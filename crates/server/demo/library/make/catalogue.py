"""What is in the library: every asset with its versions, and what makes each file."""

from dataclasses import dataclass, field

PLATINUM = {"tiers": ["Platinum"]}
GOLD = {"tiers": ["Gold", "Platinum"]}
MARKETING = {"roles": ["marketer", "partner_admin"]}
ALL = ["fleet", "depot", "route"]
EARLY, LATE = ["prospect", "qualified"], ["proposal", "committed"]


@dataclass
class Version:
    """`maker` is what makes it and with which words; `name` is what people download."""

    maker: tuple
    name: str
    days: int
    changes: str = ""
    captions: list[str] = field(default_factory=list)

    @property
    def extension(self) -> str:
        return self.name.rsplit(".", 1)[1]


@dataclass
class Asset:
    slug: str
    title: str
    description: str
    kind: str
    locale: str
    tags: list[str]
    products: list[str]
    industries: list[str]
    stages: list[str]
    versions: list[Version]
    audience: dict = field(default_factory=dict)
    expires: int | None = None
    withdrawn: bool = False

    def file(self, number: int) -> str:
        """The file of the version with this number, from 1."""
        version = self.versions[number - 1]
        suffix = f"-v{number}" if len(self.versions) > 1 else ""
        return f"{self.slug}{suffix}.{version.extension}"


def V(maker, name, days, changes="", captions=()):
    return Version(tuple(maker.split(" ")), name, days, changes, list(captions))


A = Asset
AURORA = [
    # Brochures and data sheets.
    A("fleet-data-sheet", "Fleet data sheet", "What Aurora Fleet does and what it works with, in figures.", "data_sheet", "en", ["telematics", "specifications"], ["fleet"], [], EARLY, [
        V("pdf fleet-data-sheet 1", "Fleet data sheet.pdf", 410),
        V("pdf fleet-data-sheet 2", "Fleet data sheet.pdf", 190, "Edition 5.2: proof of delivery, calibrated probes, availability"),
        V("pdf fleet-data-sheet 3", "Fleet data sheet.pdf", 21, "Edition 5.4: smart tachograph, axle loads, tolls"),
    ]),
    A("depot-data-sheet", "Depot data sheet", "Gate planning, yard and papers: functions, technical data and services.", "data_sheet", "en", ["yard", "specifications"], ["depot"], [], EARLY, [
        V("pdf depot-data-sheet 1", "Depot data sheet.pdf", 320),
        V("pdf depot-data-sheet 2", "Depot data sheet.pdf", 64, "Edition 3.1: kiosk, charging points, dock-and-drop"),
    ]),
    A("route-data-sheet", "Route data sheet", "Planning and replanning of distribution with time windows, in figures.", "data_sheet", "en", ["planning", "specifications"], ["route"], ["logistics", "food", "retail"], EARLY, [V("pdf route-data-sheet", "Route data sheet.pdf", 150)]),
    A("product-brochure", "Product brochure", "Eight minutes of reading for people who have never heard of us: all three products and how customers begin.", "brochure", "en", ["overview", "print"], ALL, [], ["prospect"], [V("pdf fleet-brochure", "Aurora brochure.pdf", 230)]),
    A("roi-one-pager", "Return on investment, on paper", "What late trucks cost a depot of six gates, and what Aurora costs. With the source of each figure.", "brochure", "en", ["business case", "figures"], ["fleet", "depot"], ["logistics", "food", "retail"], ["qualified", "proposal"], [V("pdf roi-one-pager", "What a late truck costs.pdf", 95)]),
    A("fleet-datenblatt", "Datenblatt Fleet", "Leistung und technische Daten von Aurora Fleet.", "data_sheet", "de", ["Telematik", "technische Daten"], ["fleet"], [], EARLY, [
        V("pdf fleet-datenblatt 1", "Datenblatt Fleet.pdf", 185),
        V("pdf fleet-datenblatt 2", "Datenblatt Fleet.pdf", 19, "Ausgabe 5.4: Fernauslesen, Mautkosten, Sammelmeldung"),
    ]),
    A("fiche-produit-depot", "Fiche produit Depot", "Planning des quais, cour et documents : fonctions et données techniques.", "data_sheet", "fr", ["quais", "données techniques"], ["depot"], [], EARLY, [V("pdf fiche-produit-depot", "Fiche produit Depot.pdf", 60)]),
    A("ficha-tecnica-route", "Ficha técnica Route", "Planificación del reparto con franjas horarias: funciones y datos técnicos.", "data_sheet", "es", ["reparto", "datos técnicos"], ["route"], ["logistics", "food", "retail"], EARLY, [V("pdf ficha-tecnica-route", "Ficha técnica Route.pdf", 140)]),
    # Presentations.
    A("first-call-deck", "First-call deck", "Slides for the first hour with a depot operator: three questions, then the board.", "presentation", "en", ["first call", "slides"], ALL, [], ["prospect"], [
        V("pptx first-call-deck 1", "Aurora first call.pptx", 240),
        V("pptx first-call-deck 2", "Aurora first call.pptx", 47, "A customer's voice, and what the pilot asks of the customer"),
    ]),
    A("technical-deep-dive", "Technical deep dive", "Architecture, interfaces and operation, for the second meeting with the customer's IT.", "presentation", "en", ["architecture", "interfaces", "slides"], ALL, [], ["qualified", "proposal"], [V("pptx technical-deep-dive", "Aurora technical deep dive.pptx", 88)]),
    A("roadmap", "Roadmap", "The next four quarters. Confidential: do not hand it on.", "presentation", "en", ["confidential", "slides"], ALL, [], ["qualified", "proposal"], [V("pptx roadmap", "Aurora roadmap.pptx", 33)], PLATINUM),
    A("erstgespraech-praesentation", "Präsentation für das Erstgespräch", "Folien für die erste Stunde: drei Fragen, dann die Tafel.", "presentation", "de", ["Erstgespräch", "Folien"], ALL, [], ["prospect"], [V("pptx erstgespraech", "Aurora Erstgespräch.pptx", 45)]),
    A("presentation-premier-rendez-vous", "Présentation du premier rendez-vous", "Diapositives pour la première heure : trois questions, puis le tableau.", "presentation", "fr", ["premier rendez-vous", "diapositives"], ALL, [], ["prospect"], [V("pptx premier-rendez-vous", "Aurora premier rendez-vous.pptx", 44)]),
    A("presentacion-primera-reunion", "Presentación de la primera reunión", "Diapositivas para la primera hora: tres preguntas y después el tablero.", "presentation", "es", ["primera reunión", "diapositivas"], ALL, [], ["prospect"], [V("pptx primera-reunion", "Aurora primera reunión.pptx", 43)]),
    # Success stories.
    A("case-harrow-foods", "Success story: Harrow Foods", "A frozen food wholesaler that writes off 82 per cent fewer pallets.", "case_study", "en", ["cold chain", "reference"], ["fleet", "depot"], ["food", "logistics"], ["qualified", "proposal"], [V("pdf case-harrow-foods", "Success story Harrow Foods.pdf", 120)]),
    A("case-vaettern-rail", "Success story: Vättern Rail", "A container terminal that needed no second crane.", "case_study", "en", ["terminal", "reference"], ["depot"], ["rail", "logistics"], ["qualified", "proposal"], [V("pdf case-vaettern-rail", "Success story Vättern Rail.pdf", 74)]),
    A("erfolg-hansa-getraenke", "Erfolgsgeschichte: Hansa Getränke", "Ein Getränkegroßhandel mit 85 Lkw kommt ohne zusätzliche Stellen durch den Sommer.", "case_study", "de", ["Leergut", "Referenz"], ["fleet", "route"], ["food", "retail"], ["qualified", "proposal"], [V("pdf erfolg-hansa-getraenke", "Erfolgsgeschichte Hansa Getränke.pdf", 105)]),
    A("temoignage-armor-frais", "Témoignage : Armor Frais", "Un grossiste en produits de la mer reprend la main sur ses tournées du matin.", "case_study", "fr", ["chaîne du froid", "référence"], ["fleet", "route"], ["food", "hospitality"], ["qualified", "proposal"], [V("pdf temoignage-armor-frais", "Témoignage Armor Frais.pdf", 92)]),
    A("caso-miramar-flores", "Caso de éxito: Miramar Flores", "Un mayorista de Valencia supera el fin de semana más duro del año.", "case_study", "es", ["frescura", "referencia"], ["route", "depot"], ["retail", "logistics"], ["qualified", "proposal"], [V("pdf caso-miramar-flores", "Caso de éxito Miramar Flores.pdf", 81)]),
    # Prices.
    A("price-list", "Price list", "List prices of licences, hardware and services, with steps by number.", "price_list", "en", ["prices", "net"], ALL, [], LATE, [
        V("sheet price-list 1", "Aurora price list 2025.xlsx", 340),
        V("sheet price-list 2", "Aurora price list 2026.xlsx", 26, "Prices of 2026: licences and services up by three per cent; kiosk added"),
    ]),
    A("price-feed", "Price list for import", "The same prices as a file for your own quoting system.", "price_list", "en", ["prices", "import"], ALL, [], LATE, [V("sheet price-feed", "aurora-prices.csv", 26)]),
    A("preisliste-dach", "Preisliste DACH", "Listenpreise in Euro und Franken für Deutschland, Österreich und die Schweiz.", "price_list", "de", ["Preise", "netto"], ALL, [], LATE, [V("sheet preisliste-dach", "Aurora Preisliste DACH 2026.xlsx", 24)], {"regions": ["DE", "AT", "CH"]}),
    A("tarifs-france", "Tarifs France, Belgique, Luxembourg", "Tarifs hors taxes pour les partenaires francophones.", "price_list", "fr", ["tarifs", "hors taxes"], ALL, [], LATE, [V("sheet tarifs-france", "Aurora tarifs 2026.xlsx", 24)], {"regions": ["FR", "BE", "LU"]}),
    A("roi-reckoner", "Return on investment, as a workbook", "Change eight values and see when Aurora pays for itself.", "spreadsheet", "en", ["business case", "calculator"], ["fleet", "depot"], [], ["qualified", "proposal"], [V("sheet roi-reckoner", "Return on investment.xlsx", 95)]),
    # Playbooks and battle cards.
    A("first-call-playbook", "First-call playbook", "How to spend the first hour, and how to leave with a date for the survey.", "playbook", "en", ["first call", "method"], ALL, [], ["prospect"], [
        V("text first-call-playbook 1", "First-call playbook.md", 260),
        V("text first-call-playbook 2", "First-call playbook.md", 52, "Plan by the minute; the mail of the day after"),
    ]),
    A("leitfaden-erstgespraech", "Leitfaden Erstgespräch", "Wie Sie die erste Stunde nutzen und mit einem Termin für die Hofbegehung gehen.", "playbook", "de", ["Erstgespräch", "Methode"], ALL, [], ["prospect"], [V("text leitfaden-erstgespraech 1", "Leitfaden Erstgespräch.md", 50)]),
    A("discovery-questions", "Discovery questions by industry", "Three questions are enough: pick them from the list of your customer's industry.", "text", "en", ["discovery", "first call"], ALL, ["food", "construction", "pharma", "retail", "rail", "public"], EARLY, [V("text discovery-questions 1", "Discovery questions.md", 170)]),
    A("objection-handling", "Objection handling", "Fourteen objections with the question to ask first and an answer in two sentences.", "battle_card", "en", ["objections"], ALL, [], EARLY, [V("pdf objection-handling", "Objection handling.pdf", 58)]),
    A("battle-card-spreadsheets", "Battle card: spreadsheets", "When the rival is a grid with coloured cells, and the person who built it.", "battle_card", "en", ["competition", "objections"], ["fleet", "depot"], [], EARLY, [
        V("pdf battle-card-spreadsheets 1", "Battle card spreadsheets.pdf", 210),
        V("pdf battle-card-spreadsheets 2", "Battle card spreadsheets.pdf", 38, "Two more objections; one more question, to be asked with care"),
    ]),
    A("competitive-landscape", "Competitive landscape", "Four kinds of rivals, where they win, and what to look for in their contracts. Confidential.", "battle_card", "en", ["competition", "confidential"], ALL, [], ["qualified", "proposal"], [V("pdf competitive-landscape", "Competitive landscape.pdf", 29)], PLATINUM),
    A("einwandbehandlung", "Einwandbehandlung", "Zehn Einwände aus dem Erstgespräch, mit Gegenfrage und Antwort.", "battle_card", "de", ["Einwände"], ALL, [], EARLY, [V("pdf einwandbehandlung", "Einwandbehandlung.pdf", 56)]),
    # Guides and papers.
    A("security-white-paper", "Security white paper", "Security and privacy, for security officers, data protection officers and works councils.", "white_paper", "en", ["security", "privacy"], ALL, ["public", "pharma", "automotive", "health"], ["qualified", "proposal"], [
        V("pdf security-white-paper 1", "Aurora security white paper.pdf", 365),
        V("pdf security-white-paper 2", "Aurora security white paper.pdf", 70, "Certificates, and signed builds in the supply chain"),
    ]),
    A("depot-implementation-guide", "Depot implementation guide", "From the signed order to the first quiet Monday.", "guide", "en", ["implementation", "delivery"], ["depot"], [], ["committed"], [V("docx depot-implementation-guide 1", "Depot implementation guide.docx", 66)]),
    A("guide-de-demarrage", "Guide de démarrage", "Les trente premiers jours d’un nouveau partenaire.", "guide", "fr", ["accueil", "formation"], ALL, [], [], [V("docx guide-de-demarrage 1", "Guide de démarrage.docx", 115)]),
    A("guia-de-implantacion", "Guía de implantación de Route", "Veinte días laborables, del pedido firmado a la primera semana tranquila.", "guide", "es", ["implantación", "formación"], ["route"], [], ["committed"], [V("docx guia-de-implantacion 1", "Guía de implantación Route.docx", 77)]),
    A("release-notes-fleet", "Release notes Fleet 5.4", "What is new, better and mended, and what administrators have to do.", "text", "en", ["release", "news"], ["fleet"], [], ["committed"], [V("text release-notes-fleet 1", "Release notes Fleet 5.4.md", 21)]),
    A("legacy-connector-guide", "Legacy connector guide", "Orders by nightly files. Replaced by the event connector.", "guide", "en", ["integration", "old"], ["fleet"], [], ["committed"], [V("pdf legacy-connector-guide", "Legacy connector guide.pdf", 700)], withdrawn=True),
    # Templates.
    A("proposal-template", "Proposal template", "A whole proposal, with everything that is to be replaced in brackets.", "template", "en", ["proposal", "offer"], ALL, [], ["proposal"], [
        V("docx proposal-template 1", "Proposal template.docx", 280),
        V("docx proposal-template 2", "Proposal template.docx", 83, "What the customer has to bring; who works with the customer"),
    ], GOLD),
    A("angebotsvorlage", "Angebotsvorlage", "Ein vollständiges Angebot; alles, was zu ersetzen ist, steht in Klammern.", "template", "de", ["Angebot"], ALL, [], ["proposal"], [V("docx angebotsvorlage 1", "Angebotsvorlage.docx", 80)]),
    A("rfp-answers", "Answers for tenders", "Short answers on firm, product, operation and security, ready to be pasted.", "template", "en", ["tender", "answers"], ALL, ["public", "rail", "energy"], ["proposal"], [V("docx rfp-answers 1", "Answers for tenders.docx", 62)]),
    A("review-template", "Quarterly review template", "Slides for the review with a customer in the first year.", "template", "en", ["review", "slides"], ALL, [], ["committed"], [V("pptx review-template", "Quarterly review.pptx", 130)]),
    A("lead-import", "Lead import template", "The columns in which we take leads from a trade fair, with five examples.", "template", "en", ["leads", "import"], [], [], ["prospect"], [V("sheet lead-import", "lead-import.csv", 155)]),
    # Mails.
    A("mail-first-contact", "Mail: first contact", "A letter after you drove past a depot and saw the queue.", "email_template", "en", ["mail", "first call"], ["depot"], [], ["prospect"], [V("html mail-first-contact", "First contact.html", 99)]),
    A("mail-erstkontakt", "Mail: Erstkontakt", "Ein Brief, nachdem Sie die Schlange vor dem Depot gesehen haben.", "email_template", "de", ["Mail", "Erstgespräch"], ["depot"], [], ["prospect"], [V("html mail-erstkontakt", "Erstkontakt.html", 98)]),
    A("courriel-premier-contact", "Courriel : premier contact", "Une lettre après avoir vu la file devant un dépôt.", "email_template", "fr", ["courriel", "premier rendez-vous"], ["depot"], [], ["prospect"], [V("html courriel-premier-contact", "Premier contact.html", 97)]),
    A("correo-primer-contacto", "Correo: primer contacto", "Una carta después de haber visto la cola ante un depósito.", "email_template", "es", ["correo", "primera reunión"], ["depot"], [], ["prospect"], [V("html correo-primer-contacto", "Primer contacto.html", 96)]),
    A("mail-event-invitation", "Mail: invitation to a depot morning", "Invite customers to watch a depot wake up. For your marketing team.", "email_template", "en", ["mail", "event", "campaign"], ALL, [], ["prospect"], [V("html mail-event-invitation", "Breakfast at the barrier.html", 36)], MARKETING, expires=12),
    # Listing and web.
    A("marketplace-listing-kit", "Marketplace listing texts", "Names, descriptions, search words and answers to reviewers, for software marketplaces.", "text", "en", ["marketplace", "listing"], ["fleet"], [], [], [V("docx marketplace-listing-kit 1", "Marketplace listing texts.docx", 54)], MARKETING),
    A("landing-page", "Landing page for Fleet", "A page for your own site; replace what is marked and publish it.", "template", "en", ["web", "campaign"], ["fleet"], [], ["prospect"], [V("html landing-page", "landing-page.html", 110)]),
    # Pictures.
    A("picture-truck-dawn", "Picture: truck at dawn", "A truck leaves at first light. For covers and posts, with room for words above.", "image", "en", ["photo", "truck"], ["fleet"], ["logistics"], [], [V("jpg truck_dawn 1280 800", "Truck at dawn.jpg", 300)]),
    A("picture-depot-yard", "Picture: depot in the morning", "Six gates and two trucks in the yard.", "image", "en", ["photo", "yard"], ["depot"], ["logistics"], [], [V("jpg depot_yard 1280 800", "Depot in the morning.jpg", 300)]),
    A("picture-cold-store", "Picture: cold store", "Shelves of a cold store with the temperature of the zone.", "image", "en", ["photo", "cold chain"], ["fleet"], ["food", "pharma"], [], [V("jpg cold_store 1280 800", "Cold store.jpg", 300)]),
    A("picture-dispatch-desk", "Picture: dispatch desk", "A desk with three screens before the early shift.", "image", "en", ["photo", "desk"], ALL, ["logistics"], [], [V("jpg dispatch_desk 1280 800", "Dispatch desk.jpg", 298)]),
    A("screen-fleet-board", "Screen: the board of Fleet", "The board of the early shift, for listings and slides.", "image", "en", ["screen", "marketplace"], ["fleet"], [], [], [
        V("png fleet_dashboard 960 600", "Fleet board.png", 310),
        V("png fleet_dashboard 1280 800", "Fleet board.png", 54, "At the size which marketplaces ask for"),
    ]),
    A("screen-depot-gates", "Screen: the gates of Depot", "The timetable of five gates, for listings and slides.", "image", "en", ["screen", "marketplace"], ["depot"], [], [], [V("png depot_board 1280 800", "Depot gates.png", 54)]),
    A("screen-route-map", "Screen: the map of Route", "Three tours out of one depot, for listings and slides.", "image", "en", ["screen", "marketplace"], ["route"], [], [], [V("png route_map 1280 800", "Route map.png", 54)]),
    A("diagram-architecture", "Diagram: architecture", "The platform in one picture: yard, road, platform and back office.", "image", "en", ["architecture", "diagram"], ALL, [], ["qualified", "proposal"], [V("png architecture 1280 720", "Architecture.png", 88)]),
    A("social-cold-chain", "Social image: cold chain", "For a post about food: 82 per cent fewer pallets written off.", "social_post", "en", ["social", "cold chain"], ["fleet"], ["food", "pharma"], ["prospect"], [V("social cold-chain", "Cold chain 1200x630.png", 118)]),
    A("social-lieferscheine", "Bild für soziale Medien: Papier", "Für einen Beitrag über das Ende der Zettelwirtschaft.", "social_post", "de", ["soziale Medien", "Papier"], ["fleet"], ["food", "retail"], ["prospect"], [V("social lieferscheine", "Ende der Zettel 1200x630.png", 104)]),
    A("social-autumn-campaign", "Social image: autumn campaign", "For the autumn campaign of the pilot in three weeks.", "social_post", "en", ["social", "campaign"], ["depot"], [], ["prospect"], [V("social autumn", "Autumn campaign 1200x630.png", 96)], expires=-5),
    A("banner-webinar", "Banner: webinar on gates", "For your site and mails until the webinar takes place.", "banner", "en", ["banner", "webinar", "campaign"], ["depot"], [], ["prospect"], [V("webp webinar", "Webinar banner 1200x400.webp", 28)], expires=12),
    A("banner-partner-page", "Banner for partner pages", "A wide banner which stays sharp at any size.", "banner", "en", ["banner", "web"], ALL, [], [], [V("svg banner", "Aurora banner.svg", 220)]),
    # Logos.
    A("logo-aurora", "Logo Aurora Systems", "The logo on light ground. Keep a free margin of the height of the sun.", "logo", "en", ["logo", "brand"], [], [], [], [V("svg logo", "Aurora logo.svg", 500)]),
    A("logo-aurora-dark", "Logo Aurora Systems, on dark", "The logo on dark ground.", "logo", "en", ["logo", "brand"], [], [], [], [V("svg logo-dark", "Aurora logo on dark.svg", 500)]),
    A("badge-certified-partner", "Badge: certified partner", "For partners with the certificate Fleet Expert: site, signature, card.", "logo", "en", ["logo", "certificate"], ["fleet"], [], [], [V("svg badge", "Certified partner.svg", 245)]),
    A("icons-products", "Icons of the products", "Fleet, Depot and Route as line icons.", "logo", "en", ["icons", "brand"], ALL, [], [], [V("svg icons", "Product icons.svg", 245)]),
    # Clips.
    A("clip-fleet-tour", "Clip: a look at the board", "Fifteen seconds of the board in the early shift.", "video", "en", ["video", "demo"], ["fleet"], [], EARLY, [V("clip fleet-tour", "Fleet in 15 seconds.mp4", 72, captions=("en", "de"))]),
    A("clip-gate-check-in", "Clip: check-in at the gate", "A truck comes in, and nobody leaves the cab.", "video", "en", ["video", "demo"], ["depot"], ["logistics", "rail"], EARLY, [V("clip gate-check-in", "Check-in at the gate.mp4", 65, captions=("en", "de"))]),
    A("clip-route-replanning", "Clip: a tour is replanned", "What happens if a road closes at ten.", "video", "en", ["video", "demo"], ["route"], ["food", "education"], EARLY, [V("clip route-replanning", "Replanning.mp4", 61, captions=("en", "de"))]),
    A("loop-route-replanning", "Loop: a tour is replanned", "The same as a picture that moves, for mails and chats.", "social_post", "en", ["social", "demo"], ["route"], [], ["prospect"], [V("gif route-replanning", "Replanning.gif", 60)]),
]

HALCYON = [
    A("arm-data-sheet", "Arm A12 data sheet", "Payload, reach, interfaces and standards of the A12.", "data_sheet", "en", ["specifications"], ["arm"], ["manufacturing", "automotive"], EARLY, [
        V("pdf h-arm-data-sheet 1", "Arm A12 data sheet.pdf", 260),
        V("pdf h-arm-data-sheet 2", "Arm A12 data sheet.pdf", 40, "Revision D: inner cables, force sensing, hand guiding"),
    ]),
    A("gripper-guide", "Choosing a gripper", "Which finger, cup or magnet for which part, with the sums.", "guide", "en", ["selection", "engineering"], ["gripper"], ["manufacturing", "food"], ["qualified", "proposal"], [V("pdf h-gripper-guide", "Choosing a gripper.pdf", 90)]),
    A("vision-introduction", "Vision introduction", "Slides for the first meeting about bin picking.", "presentation", "en", ["slides", "bin picking"], ["vision"], ["manufacturing", "automotive"], ["prospect"], [V("pptx h-vision-deck", "Halcyon Vision.pptx", 75)]),
    A("safety-cell-planning", "Planning a safety cell", "From the floor plan to the declaration of conformity.", "guide", "en", ["safety", "engineering"], ["safety"], [], ["proposal", "committed"], [V("docx h-safety-planning 1", "Planning a safety cell.docx", 130)]),
    A("halcyon-price-list", "Price list", "List prices in US dollars, for Premier integrators.", "price_list", "en", ["prices"], ["arm", "vision", "gripper", "safety"], [], LATE, [V("sheet h-price-list", "Halcyon price list 2026.xlsx", 22)], {"tiers": ["Premier"]}),
    A("mail-feasibility", "Mail: send us your worst crate", "Invites a plant to the free feasibility study.", "email_template", "en", ["mail", "feasibility"], ["vision", "gripper"], ["manufacturing"], ["prospect"], [V("html h-mail-feasibility", "Worst crate.html", 58)]),
    A("picture-robot-cell", "Picture: palletising cell", "A cell with arm, conveyor and fence.", "image", "en", ["photo", "cell"], ["arm", "safety"], ["manufacturing"], [], [V("jpg robot_cell 1280 800", "Palletising cell.jpg", 200)]),
    A("logo-halcyon", "Logo Halcyon Robotics", "The logo on light ground.", "logo", "en", ["logo", "brand"], [], [], [], [V("svg h-logo", "Halcyon logo.svg", 500)]),
]

AURORA_COLLECTIONS = [
    ("first-call-playbook", "Playbook: first call", "Everything for the first hour with a depot operator, in the order in which you need it.", "picture-truck-dawn",
     ["first-call-playbook", "discovery-questions", "mail-first-contact", "first-call-deck", "clip-fleet-tour", "product-brochure", "roi-one-pager"]),
    ("objection-handling", "Objection handling", "What they say, what you ask, what you answer, and the proof to bring.", "picture-dispatch-desk",
     ["objection-handling", "battle-card-spreadsheets", "competitive-landscape", "security-white-paper", "roi-reckoner", "einwandbehandlung"]),
    ("price-lists", "Price lists", "The prices in force, for people and for systems.", "diagram-architecture",
     ["price-list", "price-feed", "preisliste-dach", "tarifs-france", "roi-reckoner"]),
    ("success-stories", "Success stories", "Customers who talk about waiting, waste and quiet Fridays.", "picture-cold-store",
     ["case-harrow-foods", "case-vaettern-rail", "erfolg-hansa-getraenke", "temoignage-armor-frais", "caso-miramar-flores"]),
    ("marketplace-listing-kit", "Marketplace listing kit", "Texts, screens and logos for a listing that passes review at the first try.", "screen-fleet-board",
     ["marketplace-listing-kit", "screen-fleet-board", "screen-depot-gates", "screen-route-map", "logo-aurora", "logo-aurora-dark", "icons-products", "badge-certified-partner", "clip-fleet-tour"]),
    ("deutsch-erstgespraech", "Deutsch: alles für das Erstgespräch", "Leitfaden, Folien, Einwände und Belege auf Deutsch.", "picture-depot-yard",
     ["leitfaden-erstgespraech", "erstgespraech-praesentation", "mail-erstkontakt", "einwandbehandlung", "fleet-datenblatt", "erfolg-hansa-getraenke", "preisliste-dach", "angebotsvorlage"]),
]

HALCYON_COLLECTIONS = [
    ("first-scoping", "Playbook: first scoping", "From the worst crate to the floor plan.", "picture-robot-cell",
     ["mail-feasibility", "vision-introduction", "arm-data-sheet", "gripper-guide", "safety-cell-planning"]),
]

LIBRARY = {"aurora": (AURORA, AURORA_COLLECTIONS), "halcyon": (HALCYON, HALCYON_COLLECTIONS)}
