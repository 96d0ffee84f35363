### Deutsch.

## Begriffe, die ein Anbieter umbenennen kann

-deal = Deal
-deals = Deals
-deals-title = Deals
-desk = Deal-Desk

## Überall

loading = Wird geladen
try-again = Noch einmal versuchen
close = Schließen
cancel = Abbrechen
done = Fertig
back = Zurück
back-to = Zurück zu { $page }
continue = Weiter
choose = Auswählen
yes = Ja
no = Nein
skip = Zum Inhalt springen
field-optional = (optional)
form-mistakes = { $count ->
    [one] Eine Angabe fehlt oder stimmt nicht
   *[other] { $count } Angaben fehlen oder stimmen nicht
  }
not-fresh = Gerade keine Antwort. Sie sehen den Stand von { $moment }.
picture-show = Als Bild zeigen
table-show = Als Tabelle zeigen
live-open = Live
live-cut = Nicht live

## Navigation und Menü

nav-label = Hauptnavigation
nav-home = Start
nav-deals = { -deals-title }
nav-desk = { -desk }
nav-you = Sie
menu-language = Sprache
menu-scheme = Darstellung
scheme-auto = Wie das Gerät
scheme-light = Hell
scheme-dark = Dunkel
menu-shortcuts = Tastenkürzel mit einer Taste
menu-shortcuts-help = N registriert, / sucht, F filtert, J und K blättern, A, R und I entscheiden, T übernimmt, X wählt.
sign-out = Abmelden
sign-out-failed = Das Abmelden hat nicht geklappt. Sie sind auf diesem Gerät noch angemeldet. Versuchen Sie es noch einmal.
nowhere = Hier ist nichts
nowhere-text = Diese Adresse führt zu keiner Seite des Portals.

## Anmelden

sign-in-title = Anmelden
sign-in-email = E-Mail
sign-in-password = Passwort
sign-in-button = Anmelden
sign-in-email-missing = Geben Sie die E-Mail-Adresse ein, mit der Sie eingeladen wurden
sign-in-password-missing = Geben Sie Ihr Passwort ein
sign-in-wrong = E-Mail und Passwort gehören nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.
sign-in-too-many = Zu viele Versuche für dieses Konto. Warten Sie fünf Minuten und versuchen Sie es dann noch einmal.
sign-in-expired = Ihre Sitzung ist beendet. Melden Sie sich an, um weiterzumachen, wo Sie waren.

## Fehler: was geschah, was erhalten ist, was zu tun ist

failure-offline = Keine Antwort
failure-offline-text = Es gibt kein Netz, oder das Portal ist nicht erreichbar. Versuchen Sie es gleich noch einmal.
failure-not-found = Nicht gefunden
failure-not-found-text = Das gibt es nicht, oder es ist nicht für Sie sichtbar.
failure-forbidden = Nicht erlaubt
failure-forbidden-text = Ihre Rolle umfasst das nicht. Fragen Sie die Person, die Sie eingeladen hat.
failure-signed-out = Abgemeldet
failure-signed-out-text = Melden Sie sich wieder an, um weiterzumachen.
failure-changed = Inzwischen geändert
failure-changed-text = Jemand war schneller. Die Seite zeigt den jetzigen Stand.
failure-too-many = Zu viele Anfragen
failure-too-many-text = Warten Sie eine Minute und versuchen Sie es dann noch einmal.
failure-invalid = Einige Angaben stimmen nicht
failure-invalid-text = Sie sind oben aufgeführt.
failure-server = Im Portal ist ein Fehler aufgetreten
failure-server-text = Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.

## Zustände

review-draft = Entwurf
review-claimed = Reserviert
review-submitted = Eingereicht
review-in-review = In Prüfung
review-info-requested = Rückfrage
review-approved = Genehmigt
review-rejected = Abgelehnt
review-duplicate = Dublette
review-withdrawn = Zurückgezogen
review-expired = Abgelaufen
sla-left = noch { $length }
sla-late = { $length } zu spät

## Start

home-morning = Guten Morgen, { $name }
home-day = Guten Tag, { $name }
home-evening = Guten Abend, { $name }
home-firm = { $firm } · { $tier }-Partner
home-waiting = Wartet auf Sie
home-more = { $count ->
    [one] Noch etwas
   *[other] { $count } weitere
  }
home-nothing = Nichts wartet auf Sie
home-nothing-partner = Rückfragen, Reservierungen, Entwürfe und bald endender Schutz erscheinen hier.
home-nothing-vendor = Registrierungen erscheinen hier, sobald sie eintreffen.
home-answer = { $name } braucht eine Antwort
home-ending = { $count ->
    [0] Schutz endet heute
    [one] Schutz endet in einem Tag
   *[other] Schutz endet in { $count } Tagen
  }
home-draft = { $name }: Entwurf fertigstellen
home-draft-text = Gespeichert { $when }, nicht eingereicht
home-claim = { $name }: Reservierung ergänzen
home-claim-text = Der Platz wird bis { $day } freigehalten
home-extension = { $count ->
    [one] Ein weiterer Schutztag erbeten
   *[other] { $count } weitere Schutztage erbeten
  }
pipeline-title = Pipeline
pipeline-count = { $count ->
    [one] ein { -deal }
   *[other] { $count } { -deals }
  }
pipeline-more = { $count ->
    [one] { $value } und eine weitere Währung
   *[other] { $value } und { $count } weitere Währungen
  }

## The pipeline in pictures, and the forecast

pipeline-view = Was gezeigt wird
pipeline-pictures = Bilder
pipeline-firm = Meine Firma
pipeline-all-partners = Alle Partner
pipeline-period = Monate
pipeline-months = { $count } Monate
pipeline-counted = Was gezählt wird
pipeline-stacked = Monate sind geteilt nach
pipeline-by-category = Kategorie
pipeline-open = Offen
pipeline-won = Gewonnen in { $count } Monaten
pipeline-lost = Verloren in { $count } Monaten
pipeline-won-word = Gewonnen
pipeline-lost-word = Verloren
pipeline-won-value = Wert gewonnen
pipeline-lost-value = Wert verloren
pipeline-all = Alle
pipeline-reason = Grund
pipeline-no-reason = Ohne Grund
pipeline-by-stage = Nach Phase
pipeline-by-stage-text = Genehmigt, weder gewonnen noch verloren.
pipeline-by-month = Nach erwartetem Abschluss
pipeline-by-month-text = Wann offene { -deals } erwartet werden. Ein Tag, der vorbei ist, ist überfällig.
pipeline-ended = Gewonnen und verloren nach Monat
pipeline-ended-text = Nach dem Tag, an dem es gemeldet wurde.
pipeline-lost-why = Verloren nach Grund
pipeline-rejected-why = Abgelehnt nach Grund
pipeline-no-open = Hier ist nichts offen.
pipeline-no-ended = In dieser Zeit wurde nichts gewonnen oder verloren.
pipeline-no-lost = In dieser Zeit wurde nichts verloren.
pipeline-no-rejected = In dieser Zeit wurde nichts abgelehnt.
pipeline-nothing = Noch keine Pipeline
pipeline-nothing-text = Was genehmigt ist, wird hier gezeichnet: nach Phase, nach Monat und danach, was zu erwarten ist.
picture-bar = { $count ->
    [one] { $name }: { $count } { -deal }
   *[other] { $name }: { $count } { -deals }
  }
picture-bar-sum = { $count ->
    [0] { $name }: nichts
    [one] { $name }: { $count } { -deal }, { $sum }
   *[other] { $name }: { $count } { -deals }, { $sum }
  }
picture-won-lost = { $month }: { $won } gewonnen, { $lost } verloren
forecast-title = Prognose
forecast-text = Nach Monat des erwarteten Abschlusses, und daneben, was gewonnen wurde. Gewichtet zählt jeder Wert mit der Wahrscheinlichkeit seiner Phase.
forecast-month = Monat
forecast-overdue = Überfällig
forecast-later = Später
forecast-no-day = Ohne Datum
forecast-won = Gewonnen
forecast-commit = Zugesagt
forecast-best-case = Günstiger Fall
forecast-pipeline = Pipeline
forecast-omitted = Nicht gezählt
forecast-weighted = Gewichtet
forecast-open = Offene { -deals }
forecast-others = { $count ->
    [one] Ein weiterer Partner
   *[other] { $count } weitere Partner
  }
forecast-by-partner = Nach Partner
forecast-by-partner-text = Über all diese Monate, die größten zuerst.
forecast-none = Nichts wird erwartet, und nichts wurde gewonnen.
forecast-nothing = { $name }: nichts
forecast-said-won = { $name }: { $won } gewonnen
forecast-said = { $name }: zugesagt { $commit }, günstiger Fall { $best }, Pipeline { $pipeline }, gewichtet { $weighted }

## Die Liste

deal-register = { -deal } registrieren
deals-search = { -deals } durchsuchen
deals-search-hint = Kunde, Nummer, Produkt
deals-sets = Welche { -deals }
deals-mine = Meine
deals-more = Mehr zeigen
deals-none = Noch keine { -deals }
deals-none-text = Legen Sie los, sobald ein Kunde ein Problem nennt. Es dauert eine Minute.
deals-none-found = Nichts gefunden
deals-none-found-text = Zu Ihrer Suche passt nichts.
deals-show-all = Alle zeigen
set-open = Offen
set-me = Wartet auf mich
set-partner = Beim Partner
set-ending = Endet bald
set-decided = Entschieden
set-all = Alle
set-late = Überfällig
set-conflicts = Konflikte
row-answer = Antwort in { $length }
row-answer-late = Antwort { $length } zu spät
row-asked = gefragt { $when }
row-complete = ergänzen bis { $day }
row-days-left = { $count ->
    [0] letzter Tag
    [one] noch ein Tag
   *[other] noch { $count } Tage
  }
column-customer = Kunde
column-number = Nummer
column-review = Prüfung
column-stage = Phase
column-products = Produkte
column-owner = Zuständig
column-partner = Partner
column-next = Als Nächstes
column-closes = Abschluss
column-value = Wert
column-deals = { -deals-title }

## Was die Liste eingrenzt

filter-title = Filter
filter-set = Was die Liste eingrenzt
filter-chip = { $label }: { $value }
filter-remove = { $filter } entfernen
filter-clear = Alle entfernen
filter-apply = Zeigen
filter-show-over = Mehr als { $count } { -deals } zeigen
count-over = { $count }+
filter-show = { $count ->
    [one] Einen { -deal } zeigen
   *[other] { $count } { -deals } zeigen
  }
filter-handler = Kümmert sich
filter-nobody = Noch niemand
filter-me = Ich
filter-who = Personen und Partner suchen
filter-value = Wert
filter-any-time = Beliebig
filter-by-days = Von Tag bis Tag
filter-any-currency = Jede Währung
filter-from = Von
filter-until = Bis
filter-mend-amount = Geben Sie einen Betrag wie 50000 ein
filter-mend-order = Das liegt vor dem Anfang. Wählen Sie etwas, das nicht davor liegt
span-from = ab { $from }
span-until = bis { $until }
span-between = { $from } bis { $until }
period-overdue = Überfällig
period-today = Heute
period-this-week = Diese Woche
period-this-month = Dieser Monat
period-next-month = Nächster Monat
period-last-month = Letzter Monat
period-this-quarter = Dieses Quartal
period-next-quarter = Nächstes Quartal
period-this-year = Dieses Jahr
period-next-days = Nächste { $count } Tage
period-last-days = Letzte { $count } Tage
view-save = Filter speichern
view-save-title = Diesen Filter speichern
view-name = Name
view-name-help = Er steht bei den Listen, auf allen Ihren Geräten. Benannte Tage wie „Dieser Monat“ gehen mit dem Kalender mit.
view-name-missing = Geben Sie ihm einen Namen
view-name-taken = So heißt schon einer Ihrer Filter. Wählen Sie einen anderen Namen
view-name-long = Höchstens { $count } Zeichen
view-many = Sie haben { $count } Filter, mehr gehen nicht. Entfernen Sie zuerst einen
view-start = Mit diesem Filter beginnen
view-manage = Gemerkte Filter
view-rename = Name von { $name }
view-up = { $name } nach oben
view-down = { $name } nach unten
view-remove = { $name } entfernen
view-removed = „{ $name }“ ist entfernt.
view-none = Keine Filter gespeichert
view-none-text = Grenzen Sie die Liste ein und speichern Sie den Filter. Sie finden ihn hier und bei den Listen.

## Die Tafel

layout = Darstellung der { -deals }
layout-table = Tabelle
layout-board = Tafel
board-label = { -deals-title } nach Phase
board-help = Mit den Pfeiltasten von Karte zu Karte, Eingabe öffnet sie, M verschiebt sie in eine andere Phase.
board-waiting = Wartet auf Antwort
board-column = { $stage }, { $count ->
    [one] ein { -deal }
   *[other] { $count } { -deals }
  }
board-empty = Nichts hier
board-move = { $name } verschieben
board-move-title = { $name } verschieben nach
board-moved = { $name } steht jetzt bei { $stage }.
board-closed = { $name } ist jetzt { $stage }.
board-not-moved = { $name } steht wieder bei { $stage }. { $why }: { $text }
board-more-failed = Mehr konnte nicht gezeigt werden. { $why }: { $text }
board-not-opened = { $name } wurde nicht verschoben. { $why }: { $text }
board-undone = { $name } steht wieder bei { $stage }.

## Viele auf einmal

pick-one = { $name } auswählen
pick-all = Alle gezeigten auswählen
pick = Auswählen
pick-bar = Was mit den ausgewählten geschieht
picked = { $count ->
    [one] Einer ausgewählt
   *[other] { $count } ausgewählt
  }
pick-none = Mit allen zusammen geht nichts. Wählen Sie weniger aus.
bulk-title = { $act }: { $count ->
    [one] ein { -deal }
   *[other] { $count } { -deals }
  }
bulk-send = { $count ->
    [one] Für einen { -deal } ausführen
   *[other] Für { $count } { -deals } ausführen
  }
bulk-mend = Treffen Sie eine Auswahl
bulk-firms = Sie gehören mehreren Firmen. Wählen Sie die einer Firma aus, um sie dort weiterzugeben.

## Ein Deal

deal-title = Registrierung
deal-unnamed = Noch kein Kunde
deal-parts = Teile
deal-number = Nummer
value-open = Wert offen
closes-on = Abschluss { $day }
protected-until = Geschützt bis { $day }
claim-until = Platz frei gehalten bis { $day }
extension-pending = { $count ->
    [one] Ein weiterer Tag ist erbeten. Der Schutz läuft, bis der Anbieter geantwortet hat.
   *[other] { $count } weitere Tage sind erbeten. Der Schutz läuft, bis der Anbieter geantwortet hat.
  }
extension-granted = { $count ->
    [one] Um einen Tag verlängert
   *[other] Um { $count } Tage verlängert
  }
extension-refused = { $count ->
    [one] Ein weiterer Tag wurde erbeten und nicht gewährt
   *[other] { $count } weitere Tage wurden erbeten und nicht gewährt
  }
days-left = { $count ->
    [0] letzter Tag
    [one] noch ein Tag
   *[other] noch { $count } Tage
  }
answer-due = Antwort fällig { $moment }
received-at = Eingegangen { $moment }
receipt = Beleg
receipt-pending = Beleg wird geprüft
receipt-verified = Beleg geprüft
receipt-verified-text = Der Server hat dies unterschrieben, und Ihr Gerät hat die Unterschrift geprüft. Wer die Datei hat, kann sie auch prüfen.
receipt-wrong = Beleg stimmt nicht
receipt-wrong-text = Der Beleg stimmt nicht: Seine Unterschrift ist falsch, oder er sagt etwas anderes als diese Seite. Vielleicht hat jemand die Registrierung verändert.
receipt-keep-text = Laden Sie den Beleg herunter, bewahren Sie ihn auf und fragen Sie den Anbieter.
receipt-unchecked = Beleg nicht geprüft
receipt-not-fetched-text = Der Beleg oder der Schlüssel kam nicht an, deshalb konnte nichts geprüft werden. Das spricht nicht gegen ihn.
receipt-insecure-text = Diese Seite kam ohne Verschlüsselung (https). Der Browser prüft dort keine Unterschriften; verlassen Sie sich nicht auf das, was hier steht.
receipt-old-browser-text = Dieser Browser kann diese Art von Unterschrift (Ed25519) nicht prüfen. Ein neuerer kann es, und wer die Datei hat, auch.
receipt-signed = Später unterschrieben
receipt-customer = Kunde als Fingerabdruck
receipt-salt = Salz des Fingerabdrucks
receipt-previous = Fingerabdruck des Belegs davor
receipt-first = Keiner, er ist der erste
receipt-key = Schlüssel
receipt-download = Beleg herunterladen
hint-submitted = Eingereicht. Ihr Platz zählt ab dem Eingang.
hint-asked = Weitere Angaben werden gebraucht
hint-asked-vendor = Wartet auf die Antwort des Partners
hint-approved = Genehmigt
hint-rejected = Abgelehnt
hint-duplicate = Schon vorher von anderen registriert
hint-draft = Ein Entwurf. Nur Ihre Firma sieht ihn.
hint-claimed = Reserviert. Ihr Platz zählt ab dem Eingang; ergänzen Sie die Angaben, solange er freigehalten wird.
hint-claimed-vendor = Reserviert. Der Partner ergänzt die Angaben.
hint-lapsed = Die Reservierung wurde nicht rechtzeitig ergänzt
hint-disputed = Der Partner bittet um erneute Prüfung
hint-lost = Verloren: { $reason }
hint-expired = Der Schutz ist zu Ende
hint-said = Zuletzt gesagt
story-title = Verlauf
story-more = Früheres zeigen
facts-title = Einzelheiten
conflicts-title = Registrierungen desselben Kunden
conflicts-count = { $count ->
    [one] Eine Registrierung desselben Kunden.
   *[other] { $count } Registrierungen desselben Kunden.
  }
conflicts-first = Diese ging zuerst ein.
conflicts-later = Eine andere ging zuerst ein.
conflicts-compare = Vergleichen
conflicts-received = Eingegangen
conflicts-this = Diese · { $firm }
conflicts-same = Gleich ist
conflicts-was-first = zuerst
match-website = Website
match-duns = DUNS
match-name = Name und Land

## Was geschah

event-created = Entwurf begonnen
event-claimed = Platz reserviert
event-updated = Geändert
event-submitted = Registriert
event-review-started = In Prüfung
event-info-requested = { $firm } bittet um mehr Information
event-approved = Genehmigt von { $firm }
event-rejected = Abgelehnt von { $firm }
event-duplicate = Als Dublette markiert
event-reverted = Entscheidung berichtigt, wieder in Prüfung
event-disputed = { $firm } bittet um einen zweiten Blick
event-claim-ending = { $count ->
    [0] Die Reservierung gilt nur noch heute
    [one] Die Reservierung gilt noch einen Tag
   *[other] Die Reservierung gilt noch { $count } Tage
  }
event-protection-ending = { $count ->
    [0] Der Schutz endet heute
    [one] Der Schutz endet in einem Tag
   *[other] Der Schutz endet in { $count } Tagen
  }
event-extension-requested = { $count ->
    [one] Ein weiterer Schutztag erbeten
   *[other] { $count } weitere Schutztage erbeten
  }
event-extension-granted = { $count ->
    [one] Ein weiterer Schutztag gewährt
   *[other] { $count } weitere Schutztage gewährt
  }
event-extension-refused = Längerer Schutz nicht gewährt
event-reassigned = An { $name } übergeben
event-co-sell = { $firm } bittet um Hilfe: { $kind }
event-advanced = Jetzt in Phase { $stage }
event-won = Gewonnen
event-lost = Verloren
event-withdrawn = Zurückgezogen von { $firm }
event-expired = Zeit abgelaufen
event-commented = Nachricht von { $firm }
event-noted = Interne Notiz
event-other = Etwas anderes ist geschehen

## Nachrichten

comment-label-partner = Schreiben Sie Ihrem Channel-Manager
comment-label-vendor = Nachricht an den Partner oder Notiz
comment-label-draft = Notiz für Ihre Kollegen
comment-audience = Wer es liest
comment-both = Partner sieht es
comment-internal = Nur wir
comment-send = Senden

## Dateien an Nachrichten

attach-file = Dateien anhängen
attach-photo = Foto aufnehmen
attach-drop = Dateien hier ablegen
attach-files = Dateien dieser Nachricht
attach-sent = { $sent } von { $size }
attach-waiting = Kein Netz. Es geht von selbst weiter.
attach-remove = { $name } entfernen
attach-again = Noch einmal versuchen
attach-ready = { $name } kann gesendet werden.
attach-not-ready = { $name } wurde nicht angenommen.
attach-kind = Dateien dieser Art werden nicht angenommen. Wählen Sie ein Bild, ein PDF, ein Office-Dokument, Text, CSV, MP4 oder MOV.
attach-mismatch = Der Inhalt ist nicht, was der Name sagt. Speichern Sie die Datei neu unter dem richtigen Namen, Text als UTF-8.
attach-large = Größer als { $size }. Verkleinern Sie die Datei, oder senden Sie sie in Teilen.
attach-too-large = Dateien dieser Größe nimmt das Portal nicht an.
attach-empty = In dieser Datei ist nichts. Wählen Sie eine andere.
attach-many = Höchstens { $count } Dateien gehen auf einmal. Senden Sie die anderen danach.
attach-failed = Das Senden ist gescheitert.
attach-waits = Wartet auf Dateien
file-open = { $name } zeigen
file-download = Herunterladen

## Erwähnungen

mention-help = Mit @ erwähnen Sie jemanden. Bilder und Dateien können Sie hier ablegen.
mention-people = Wen Sie erwähnen können
mention-found = { $count ->
    [one] Eine Person gefunden. Wählen Sie mit Pfeiltasten und Eingabetaste.
   *[other] { $count } Personen gefunden. Wählen Sie mit Pfeiltasten und Eingabetaste.
  }
mend-mention = Wer erwähnt ist, sieht dies nicht. Nehmen Sie den Namen heraus.
mend-attachment = Eine Datei ist nicht mehr da. Entfernen Sie sie und hängen Sie sie neu an.

## Was man tun kann

act-group = Aktionen
act-more = Weitere Aktionen
act-continue = Weiter ausfüllen
act-complete = Ergänzen
act-claim = Platz reservieren
act-answer = Antworten
act-reply = Schreiben
act-approve = { $count ->
    [one] Genehmigen, ein Tag
   *[other] Genehmigen, { $count } Tage
  }
act-approve-short = Genehmigen
act-reject = Ablehnen
act-ask = Nachfragen
act-start-review = Übernehmen
act-duplicate = Als Dublette markieren
act-revert = Berichtigen
act-dispute = Um zweiten Blick bitten
act-withdraw = Zurückziehen
act-copy = In neuen Entwurf kopieren
act-extend = Um mehr Zeit bitten
act-extension = Anfrage beantworten
act-reassign = An Kollegen übergeben
act-advance = Phase ändern
act-win = Gewonnen
act-lose = Verloren
act-co-sell = Um Hilfe bitten
approve-title = Genehmigen und schützen
approve-text = Der Partner erfährt es sofort. Niemand sonst bekommt diesen Kunden, solange er geschützt ist.
reject-title = Ablehnen
reject-text = Der Partner liest den Grund und Ihre Worte.
ask-title = Um weitere Angaben bitten
ask-text = Der Partner darf ändern, was Sie ankreuzen. Ihre Antwortzeit ruht bis dahin.
duplicate-title = Als Dublette markieren
duplicate-text = Der Partner liest Ihre Worte, nie, wer zuerst da war.
revert-title = Entscheidung berichtigen
revert-text = Die Registrierung geht zurück in die Prüfung, für beide Seiten sichtbar.
dispute-title = Um einen zweiten Blick bitten
dispute-text = Einmal je Registrierung. Sagen Sie, was für Ihre spricht.
withdraw-title = Zurückziehen
withdraw-text = Der Anbieter erfährt es, und Ihr Platz wird frei.
extend-title = Um längeren Schutz bitten
extend-text = Der Anbieter liest Ihre Worte und antwortet. Bis dahin läuft der Schutz weiter.
extension-title = Längerer Schutz
extension-text = Der Partner erfährt es sofort.
extension-answer = Ihre Antwort
extension-grant = Gewähren
extension-refuse = Ablehnen
extension-days = Weitere Tage
reassign-title = An einen Kollegen übergeben
reassign-text = Der Kollege erfährt es und ist von nun an zuständig.
advance-title = Wo steht der Verkauf?
advance-text = Beide Seiten sehen es in der Pipeline.
win-title = Der Verkauf ist gewonnen
win-text = Sagen Sie, was daraus wurde. Danach lässt sich nichts mehr ändern.
won-value = Wert in { $currency }
won-reference = Bestellnummer
lose-title = Der Verkauf ist verloren
lose-text = Sagen Sie, warum: beide Seiten lernen daraus. Danach lässt sich nichts mehr ändern.
co-sell-title = Den Anbieter um Hilfe bitten
co-sell-text = Ihr Kundenbetreuer erfährt es sofort.
co-sell-kind = Welche Hilfe?
co-sell-architecture = Prüfung der Architektur
co-sell-presentation = Vorstellung beim Kunden
co-sell-competition = Was der Wettbewerb bietet
co-sell-pricing = Hilfe beim Preis
co-sell-technical = Technische Beratung
co-sell-cost = Gesamtkosten über die Laufzeit
co-sell-deal = Unterstützung beim Abschluss
co-sell-tender = Öffentliche Ausschreibung
order-comment = Kommentar
order-days = Tage Schutz
order-days-help = Von heute an gezählt.
order-reason = Grund
order-fields = Was geändert werden darf
order-of = Welche war zuerst da

## Das Formular

answer-title = Antworten
complete-title = Registrierung ergänzen
answer-send = Antwort senden
step-of = { $step } von { $steps }
saving = Wird gespeichert
saved = Gespeichert
not-saved = Noch nicht gespeichert
save-draft = Entwurf speichern
submit = Registrierung einreichen
claim = Jetzt reservieren
submit-keys = Strg ↵
saved-toast = Entwurf { $number } ist gespeichert
submitted-toast = { $number } ist eingereicht
claimed-toast = { $number } ist reserviert. Ergänzen Sie die Angaben, solange der Platz freigehalten wird.
typed-kept = Was Sie hier getippt hatten, ist wieder da.
claim-kept = Der Platz für { $name } wird bis { $day } freigehalten. Das fehlt noch.
form-changed = Jemand anderes hat auch etwas geändert, darum wurde Ihr Stand nicht gesendet. Übernehmen Sie den anderen, oder behalten Sie Ihren und senden Sie ihn noch einmal.
form-arrived = Ein früherer Versuch war angekommen
form-arrived-text = Sehen Sie unter { -deals } nach, bevor Sie noch einmal senden: Vielleicht steht es schon dort.
typed-still-here = Was Sie getippt haben, ist noch hier.
start-over = Von vorn beginnen
take-theirs = Den anderen Stand übernehmen
keep-mine = Meinen Stand behalten
more-details = Mehr angeben
section-customer = Der Kunde
section-contact = Der Kontakt
section-deal = Das Geschäft
section-custom = Auch gefragt
section-more = Weitere Angaben
section-qualification = Qualifizierung
customer-name = Name des Kunden
customer-website = Website des Kunden
website = Website
country = Land
city = Ort
industry = Branche
duns = DUNS-Nummer
contact-name = Name des Kontakts
contact-email = E-Mail des Kontakts
contact-phone = Telefon des Kontakts
contact-title = Position
consent = Der Kunde stimmt zu, dass diese Angaben für diese Registrierung weitergegeben werden
consent-short = Kunde stimmt zu
vendor-contact = Darf sich der Anbieter melden?
vendor-contact-no = Nein
vendor-contact-ask = Erst mich fragen
vendor-contact-yes = Ja
products = Produkte
quantity = Menge
amount = Betrag
quantity-of = Menge { $product }
amount-of = Betrag für { $product }
value = Geschätzter Wert
currency = Währung
close-date = Erwarteter Abschluss
need = Bedarf des Kunden
need-help = Welches Problem hat der Kunde? Ein, zwei Sätze.
deal-type = Art des Geschäfts
deal-type-net-new = Neuer Kunde
deal-type-expansion = Erweiterung
deal-type-renewal = Verlängerung
attribution = Ihr Anteil
attribution-sourced = Von uns gefunden
attribution-influenced = Wir helfen dabei
question-budget = Budget
question-authority = Entscheider
question-need = Bedarf bestätigt
question-timeline = Zeitplan
answer-unknown = Nicht bekannt
note-on = Notiz zu { $question }
conflict-asking = Es wird nachgesehen, ob jemand diesen Kunden schon registriert hat.
conflict-clear = Keine andere Registrierung gefunden. Ihr Platz zählt ab dem Eingang.
conflict-possible = Jemand anderes hat eine Registrierung offen. Ihre wird auch angenommen: Wer zuerst kommt, gewinnt.
conflict-protected = Zurzeit für jemand anderen geschützt. Sie können registrieren; der Anbieter entscheidet.
conflict-own = Schon registriert von { $owner } aus Ihrer Firma:
conflict-too-often = Sie haben heute schon oft gefragt. Ihr Platz zählt trotzdem ab dem Eingang; die Antwort kommt damit.

## Wie Fehler behoben werden

mend-customer-name = Geben Sie den Namen des Kunden ein
mend-website = Geben Sie die Website des Kunden ein
mend-website-ending = Ergänzen Sie die Endung der Website, etwa .de
mend-website-form = Geben Sie die Website als Namen wie example.com ein
mend-country = Wählen Sie das Land
mend-duns = Geben Sie die neun Ziffern der DUNS-Nummer ein
mend-contact-name = Geben Sie den Namen des Kontakts ein
mend-email = Geben Sie die E-Mail-Adresse des Kontakts ein
mend-email-ending = Ergänzen Sie die Endung der Adresse
mend-email-form = Geben Sie die Adresse als name@example.com ein
mend-phone-country = Beginnen Sie die Nummer mit + und dem Land, etwa +49
mend-phone-form = Geben Sie 8 bis 15 Ziffern nach dem + ein
mend-consent = Fragen Sie den Kunden und kreuzen Sie seine Zustimmung an
mend-products = Wählen Sie mindestens ein Produkt
mend-value = Geben Sie den geschätzten Wert ein
mend-amount = Geben Sie den Betrag in Ziffern ein, etwa 1250
mend-decimals = Geben Sie nicht mehr Nachkommastellen ein, als die Währung hat
mend-sum = Die Beträge der Produkte müssen zusammen den Wert ergeben
mend-currency = Verwenden Sie eine Währung für alle Beträge
mend-close-date = Wählen Sie den Tag, an dem Sie den Abschluss erwarten
mend-date = Das ist kein Tag. Geben Sie Tag, Monat und Jahr ein
mend-close-date-past = Wählen Sie heute oder einen späteren Tag
mend-need = Beschreiben Sie den Bedarf mit mindestens { $count } Zeichen
mend-comment = Sagen Sie in einem Satz, warum
mend-reason = Wählen Sie den Grund
mend-fields = Kreuzen Sie mindestens eines an, was geändert werden darf
mend-days = Geben Sie eine Zahl von Tagen von 1 bis { $count } ein
mend-owner = Wählen Sie einen Kollegen
mend-stage = Wählen Sie eine andere Phase als jetzt
mend-kind = Wählen Sie, welche Hilfe Sie brauchen
mend-too-long = Kürzen Sie es auf { $count } Zeichen
mend-quantity = Geben Sie eine ganze Zahl von 1 bis { $count } ein
mend-range = Geben Sie eine ganze Zahl bis { $count } ein
mend-required = Füllen Sie dies aus
mend-character = Nehmen Sie die Zeichen heraus, die hier nicht hingehören
mend-locked = Dies kann jetzt nicht geändert werden
mend-other = Prüfen Sie dies noch einmal

## Der Desk

desk-sets = Welche Registrierungen
desk-none = Nichts wartet
desk-none-text = Neue Registrierungen erscheinen hier innerhalb einer Sekunde.
set-mine = Meine
set-nobodys = Ohne Bearbeiter
act-take = Übernehmen
act-assign = An Kollegen geben
assign-title = An einen Kollegen geben
assign-text = Die Person erfährt davon. Partner sehen nichts.
assign-to = An wen
assign-nobody = An niemand Bestimmten
handled-by = { $name } kümmert sich darum
handled-by-nobody = Noch kümmert sich niemand darum
colleague-away = { $name } (abwesend bis { $day })
assigned-all = Nach Regel { $rule }, die für alles gilt.
assigned-product = Nach Regel { $rule }, wegen { $product }.
assigned-territory = Nach Regel { $rule }, weil { $country } zu { $territory } gehört.
assigned-both = Nach Regel { $rule }, weil { $country } zu { $territory } gehört, und wegen { $product }.
assigned-away = { $name } ist bis { $day } abwesend.
role-channel-manager = Channel-Manager
role-vendor-admin = Administrator des Herstellers
approval-title = Genehmigung
approval-steps = Genehmigung in dieser Reihenfolge: { $rule }
approved-itself = Von selbst genehmigt: { $rule }
not-approved-itself = Nicht von selbst genehmigt ({ $rule }), da es eine andere Registrierung oder einen Einspruch gibt.
step-done = { $name } hat genehmigt, { $at }
step-instead = { $name } hat anstelle von { $who } genehmigt, { $at }
step-next = Jetzt: { $who }
step-later = Danach: { $who }
step-not-yours = Jetzt genehmigt jemand anderes
step-not-yours-text = Es wartet auf { $who }. Was Sie getippt haben, ist noch da.
order-template = Vorlage
template-undo = Zurückholen, was ich getippt hatte
many-at-desk-title = Dasselbe mit mehreren tun
many-at-desk-none = Mehrere ankreuzen, um gemeinsam zu entscheiden
many-at-desk-picked = { $count ->
    [one] Eine gewählt
   *[other] { $count } gewählt
  }
many-at-desk-pick = { $name } wählen
many-at-desk-pick-all = Alle gezeigten wählen
many-at-desk-approve-short = Genehmigen
many-at-desk-assign-short = Zuweisen
many-at-desk-approve-title = { $count ->
    [one] Eine Registrierung genehmigen
   *[other] { $count } Registrierungen genehmigen
  }
many-at-desk-approve-text = Die Partner erfahren es sofort. Was mehrere genehmigen müssen, bekommt Ihren Schritt.
many-at-desk-approve = { $count ->
    [one] Genehmigen
   *[other] Alle { $count } genehmigen
  }
many-at-desk-assign-title = { $count ->
    [one] Eine Registrierung an einen Kollegen geben
   *[other] { $count } Registrierungen an einen Kollegen geben
  }
many-at-desk-assign-text = Die Person erfährt von jeder. Partner sehen nichts.
many-at-desk-assign = { $count ->
    [one] Weitergeben
   *[other] Alle { $count } weitergeben
  }
many-progress = { $done } von { $count } beantwortet
many-progress-label = Fortschritt
many-done = { $count ->
    [0] Kein Vorgang wurde erledigt
    [one] Ein Vorgang wurde erledigt
   *[other] { $count } Vorgänge wurden erledigt
  }
many-refused = { $count ->
    [one] Ein Vorgang wurde nicht erledigt. Er ist noch ausgewählt.
   *[other] { $count } Vorgänge wurden nicht erledigt. Sie sind noch ausgewählt.
  }
many-why-step = Jetzt muss jemand anderes genehmigen.
many-why-state = Wartet nicht mehr: { $state }.
many-why-gone = Nicht mehr da.
absences-title = Abwesenheiten
absences-text = Solange jemand abwesend ist, gehen neue Registrierungen an die Vertretung, die auch das Offene als ihres sieht.
absences-none = Keine Abwesenheit geplant.
absences-add = Abwesenheit hinzufügen
absences-drop = Abwesenheit { $number } entfernen
absences-number = Abwesenheit { $number }
absences-from = Erster Tag
absences-until = Letzter Tag
absences-cover = Wer vertritt
absences-no-cover = Niemand
absences-kept = Gespeichert. Neue Registrierungen richten sich sofort danach.
absences-read = { $from } bis { $until }, niemand vertritt
absences-read-cover = { $from } bis { $until }, { $name } vertritt
absences-mend-until = Wählen Sie einen letzten Tag, der nicht vor dem ersten liegt
preview-itself = Von selbst genehmigt, außer jemand anderes hat den Kunden registriert: { $rule }
preview-due = Jetzt eingereicht, haben Sie bis { $moment } eine Antwort.
event-assigned = An { $name } gegeben
event-unassigned = Zurückgegeben: niemand kümmert sich darum
event-approval-step = Ein Schritt genehmigt
event-approved-itself = Von selbst genehmigt
notice-assigned = { $name }: { $who } hat es Ihnen gegeben.
notice-approval-step = { $name }: { $who } hat einen Schritt genehmigt.
notice-approved-itself = { $name }: von selbst genehmigt.

## Hinweise

notice-open = Öffnen
notice-submitted = { $firm } hat { $name } registriert.
notice-review-started = { $name }: in Prüfung bei { $who }.
notice-info-requested = { $name }: { $who } bittet um mehr Information.
notice-approved = { $name }: genehmigt von { $who }.
notice-rejected = { $name }: abgelehnt von { $who }.
notice-duplicate = { $name }: von { $who } als Dublette markiert.
notice-reverted = { $name }: { $who } hat die Entscheidung berichtigt.
notice-expired = { $name }: Die Zeit ist abgelaufen.
notice-withdrawn = { $name }: zurückgezogen von { $who }.
notice-asset-replaced = { $name } liegt in einer neueren Fassung vor, als Sie heruntergeladen haben.
notice-asset-withdrawn = { $name } wurde zurückgezogen. Bitte nicht mehr verwenden.
notice-asset-version-withdrawn = Die Fassung von { $name }, die Sie heruntergeladen haben, wurde zurückgezogen. Bitte nicht mehr verwenden.
notice-disputed = { $name }: { $who } bittet um einen zweiten Blick.
notice-claim-ending = { $name }: Die Reservierung gilt nur noch wenige Tage. Ergänzen Sie sie.
notice-protection-ending = { $name }: Der Schutz endet bald.
notice-extension-requested = { $name }: { $who } bittet um längeren Schutz.
notice-extension-granted = { $name }: { $who } hat längeren Schutz gewährt.
notice-extension-refused = { $name }: { $who } hat längeren Schutz nicht gewährt.
notice-reassigned = { $name } betreut jetzt { $owner }.
notice-co-sell-requested = { $name }: { $who } bittet um Hilfe.
notice-won = { $name }: { $who } hat den Verkauf gewonnen.
notice-lost = { $name }: { $who } hat den Verkauf verloren.
notice-commented = { $name }: eine Nachricht von { $who }.
notice-noted = { $name }: eine Notiz von { $who }.

## Mitteilungen

notifications-title = Mitteilungen
notifications-unread = Mitteilungen, { $count } ungelesen
notifications-count = { $count } ungelesen
notifications-new = { $count ->
    [one] Neu
   *[other] { $count } neu
}
notifications-read-all = Alle als gelesen markieren
notifications-more = Frühere zeigen
notifications-none = Noch keine Mitteilungen
notifications-none-text = Hier erscheint, was andere mit Ihren { -deals } tun.

## Mail

mail-hello = Hallo { $name },
mail-subject-deal = { $name }: { $count ->
    [one] eine Nachricht
   *[other] { $count } Nachrichten
  }
mail-subject = { $count } Nachrichten zu { $deals } { -deals }
mail-more = { $count ->
    [one] Eine weitere steht im Portal.
   *[other] { $count } weitere stehen im Portal.
  }
mail-open = Im Portal öffnen
mail-why = { $vendor } schreibt Ihnen, weil es um Ihre Arbeit im Partnerportal geht.
mail-choose = Auswählen, was per E-Mail kommt
mail-page = Was per E-Mail kommt
mail-page-text = Im Portal erfahren Sie alles. Wählen Sie, was auch an { $address } geht. Die tägliche E-Mail kommt, wenn bei { $vendor } der Tag beginnt.
mail-way = Per E-Mail
mail-kept = Gespeichert
mail-language = Sprache Ihrer E-Mails
mail-at-once = Sofort
mail-daily = Täglich
mail-never = Nie
topic-questions = Fragen an Sie
topic-questions-help = Vor der Entscheidung fehlt noch etwas.
topic-decisions = Entscheidungen
topic-decisions-help = In Prüfung, genehmigt, abgelehnt, ein Duplikat, länger geschützt.
topic-comments = Nachrichten
topic-comments-help = Jemand schreibt in einem { -deal }.
topic-endings = Fristen
topic-endings-help = Eine Reservierung oder ein Schutz endet bald oder ist abgelaufen.
topic-handovers = Übergaben
topic-handovers-help = Ein { -deal } wird Ihnen gegeben oder gehört jemand anderem.
topic-registrations = Registrierungen
topic-registrations-help = Partner registrieren { -deals } und ziehen sie zurück.
topic-requests = Anfragen
topic-requests-help = Partner bitten um erneute Prüfung, längeren Schutz oder Hilfe.
topic-sales = Gewonnen und verloren
topic-sales-help = Partner schließen ihre Verkäufe ab.
topic-library = Heruntergeladene Dateien
topic-library-help = Eine Datei hat eine neuere Fassung oder wurde zurückgezogen.
mails-title = Geschriebene E-Mails
mails-none = Noch keine E-Mail
mails-none-text = Was das Portal an Menschen schreibt, erscheint hier.
mails-kept-text = Dieses Portal hat keinen Mailserver: E-Mails bleiben hier zum Lesen und gehen nirgendwohin.
mails-more = Frühere zeigen
mail-state-kept = Aufbewahrt
mail-state-waiting = Wartet
mail-state-sent = Gesendet
mail-state-failed = Fehlgeschlagen
mail-error = { $tries ->
    [one] Einmal versucht.
   *[other] { $tries } Mal versucht.
  } Der Mailserver: { $error }
mail-gone = Diese E-Mail wurde gesendet, ihr Text wird nicht länger aufbewahrt.

## Marge: was ein Partner an einem Geschäft verdient

margin = Marge
margin-yours = Ihre Marge
margin-locked-short = Marge, festgeschrieben
margin-see-why = Warum
margin-rule = Regel
margin-adds = Bringt
margin-why = { $count ->
    [one] Eine Regel trägt dazu bei
   *[other] { $count } Regeln tragen dazu bei
}
margin-none = Noch trägt keine Regel bei.
margin-always = Immer
margin-by-type = Partnertyp: { $names }
margin-by-tier = Stufe: { $names }
margin-by-deal-type = Art des Geschäfts: { $names }
margin-by-product = Produkt: { $names }
margin-by-certification = Zertifizierung: { $names }
margin-share-amount = { $rate } von { $amount }, dem Anteil dieser Produkte
margin-share-alike = { $rate } für { $products } von { $of } Produkten, die gleich viel zählen
margin-cut = Weniger als sonst: Alle Regeln zusammen ergeben höchstens { $most }
margin-gain = { $more } mehr mit der Zertifizierung { $name }
margin-gain-tier = { $more } mehr auf der Stufe { $name }
margin-until-approval = Kann sich bis zur Genehmigung ändern
margin-until-win = Kann sich bis zum Gewinn ändern
margin-locked = Festgeschrieben seit { $at }. Keine Änderung der Regeln betrifft sie mehr.
margin-stands = Wie am { $at } berechnet
margin-next = Seitdem haben sich die Regeln geändert, oder was Ihre Firma vorweist. Mit dem nächsten Schritt werden es { $margin }.
margin-unknown = Ihre Marge lässt sich gerade nicht berechnen. Machen Sie weiter: Sie wird beim Einreichen berechnet.
margin-history = { $count ->
    [one] Wie es dazu kam: ein Eintrag
   *[other] Wie es dazu kam: { $count } Einträge
}
margin-version = Version { $number } der Regeln
margin-why-submitted = Eingereicht
margin-why-approved = Genehmigt
margin-why-won = Gewonnen
margin-why-reverted = Entscheidung zurückgenommen
margin-why-deal = Wert, Produkte oder Art des Geschäfts geändert
margin-why-rules = Regeln geändert
margin-why-partner = Stufe, Typ oder Zertifizierungen der Firma geändert
margin-granted = Diese Genehmigung gewährt
margin-grant-locks = Von da an festgeschrieben
margin-grant-open = Folgt den Regeln bis zum Gewinn

## Einstellungen: die Regeln des Programms

settings-title = Einstellungen
undo = Rückgängig
settings-form = Registrierungsformular
settings-form-text = Ihre eigenen Felder, und was zum Einreichen nötig ist. Registrierungen behalten das Formular, mit dem sie entstanden.
settings-products = Produkte und Listen
settings-products-text = Was Partner verkaufen können, ihre Branchen und die Währungen.
settings-stages = Phasen
settings-stages-text = Der Weg von der Genehmigung zum Verkauf: wie seine Schritte heißen, und was die Prognose aus ihnen macht.
settings-registration = Reservierung und Schutz
settings-registration-text = Wie lange ein Platz gehalten wird und was Partner von Konflikten erfahren.
settings-answers = Antwortzeiten
settings-answers-text = Wie schnell Sie antworten, gezählt in Ihren Geschäftszeiten. Partner sehen die Frist.
settings-reasons = Gründe
settings-reasons-text = Was bei einer Ablehnung oder einem Verlust zur Wahl steht.
settings-history = Was geändert wurde
settings-in-language = { $label } ({ $language })
settings-name = Name
settings-up = { $number } nach oben
settings-down = { $number } nach unten
settings-drop = { $number } entfernen
settings-save = Änderungen speichern
settings-discard = Verwerfen
settings-note = Warum
settings-note-help = Für Ihre Kollegen. Es steht neben der Änderung im Verlauf.
settings-kept = Gespeichert. Die neuen Regeln gelten.
settings-changed = Jemand hat die Regeln geändert, seit Sie sie geöffnet haben. Was Sie geschrieben haben, ist noch hier.
settings-rebase = Meine Änderung darauf setzen
settings-mend-name = Schreiben Sie den Namen in der ersten Sprache
settings-mend-closes = Wählen Sie eine Zeit nach dem Beginn
settings-mend-max = Schreiben Sie eine Zahl, die nicht unter der kleinsten liegt
settings-mend-time = Wählen Sie eine Uhrzeit
settings-mend-number = Schreiben Sie eine ganze Zahl
settings-mend-range = Außerhalb des Bereichs: { $detail }
settings-mend-many = Höchstens { $count } sind möglich
settings-mend-repeated = Das gibt es zweimal: ändern oder entfernen Sie eines
settings-mend-currency = Schreiben Sie die Währung mit drei Buchstaben, etwa EUR
settings-windows = Wie lange etwas gilt
settings-conflicts = Konflikte
settings-within = Zeit bis zur Antwort
settings-hours = Geschäftszeiten
settings-hours-text = Nur diese zählen für die Zeit bis zur Antwort.
settings-currencies = Währungen
settings-currencies-text = Mit drei Buchstaben (ISO 4217). Die erste ist voreingestellt.
settings-products-sold = Produkte
settings-products-sold-text = Ein entferntes Produkt kann nicht mehr registriert werden. Wo es steht, bleibt es.
settings-industries = Branchen
settings-rejection = Gründe für eine Ablehnung
settings-rejection-text = Partner lesen den gewählten. „Anderer Grund“ gibt es immer.
settings-loss = Gründe für einen Verlust
settings-loss-text = Partner wählen einen, wenn sie verlieren. „Anderer Grund“ gibt es immer.
settings-templates = Vorlagen
settings-templates-text = Texte, mit denen eine Entscheidung beginnt; sie lassen sich jedes Mal ändern. Eingesetzt wird: { $names }.
settings-routing = Zuständigkeit
settings-routing-text = Ihre Gebiete, und an wen Registrierungen gehen.
settings-territories = Gebiete
settings-territories-text = Länder, die gemeinsam betreut werden. Ein Land kann in mehreren sein.
settings-routing-rules = An wen Registrierungen gehen
settings-routing-rules-text = Die erste passende Regel entscheidet. Wer abwesend ist, wird vertreten. Passt keine, hat die Registrierung noch keinen Bearbeiter.
settings-approval = Genehmigung
settings-approval-text = Wer welche Registrierungen in welcher Reihenfolge genehmigen muss, oder dass sie von selbst genehmigt werden.
settings-approval-rules-text = Beim Einreichen entscheidet die erste passende Regel. Passt keine, genehmigt irgendwer am Desk. Partner lesen die Namen.
settings-mend-placeholder = Verwenden Sie nur die oben genannten Namen in Klammern
settings-mend-below = Schreiben Sie einen Betrag über dem, ab dem die Regel gilt
template-add = Vorlage hinzufügen
template-new = Neue Vorlage
template-for = Für welche Entscheidung
template-body = Text
territory-add = Gebiet hinzufügen
territory-countries = Länder
country-add = Land hinzufügen
country-drop = { $name } entfernen
rule-add = Regel hinzufügen
rule-new = Neue Regel
rule-to = Geht an
rule-from = Ab einem Wert von
rule-below = Unter einem Wert von
rule-amount-help = In Ziffern, etwa 50000.
rule-currency-help = Eine Registrierung in anderer Währung passt nicht: es wird nichts umgerechnet.
rule-way = Wie
rule-steps = Wer genehmigt, nacheinander
way-steps = Durch Personen
way-itself = Von selbst
way-count = { $count ->
    [one] Ein Schritt
   *[other] { $count } Schritte
  }
way-itself-help = Beim Einreichen, mit den üblichen Tagen Schutz. Nie, wenn es eine andere Registrierung des Kunden oder einen Einspruch gibt.
step-add = Schritt hinzufügen
step-any = Irgendein { $role }
step-number = Schritt { $number }
scope-territories = In diesen Gebieten
scope-products = Für diese Produkte
scope-help = Ist nichts angekreuzt, für alle.
scope-removed = { $id } (entfernt)
engagement-approval = Wer genehmigt
engagement-from = { $name } (ab { $from })
engagement-below = { $name } (unter { $below })
engagement-between = { $name } (ab { $from } bis unter { $below })
engagement-only = { $which }, nur für { $what }
engagement-itself = { $which }: sofort genehmigt, außer jemand anderes hat den Kunden registriert.
engagement-steps = { $count ->
    [one] { $which }: eine Person des Herstellers genehmigt, wie im Formular genannt.
   *[other] { $which }: { $count } Personen des Herstellers genehmigen nacheinander.
  }
settings-house = Hauskunden
settings-house-text = Kunden, die Sie selbst betreuen. Eine Registrierung eines Hauskunden wird gekennzeichnet und nie von selbst genehmigt.
house-published = Lesen Partner, wer sie sind?
house-published-yes = Ja
house-published-no = Nein
house-published-help = In den Spielregeln, und während sie einen registrieren.
house-add = Hauskunden hinzufügen
house-known-by = Er wird an der Website erkannt, oder am Namen in seinem Land.
house-vendor = Ein Hauskunde: { $name } betreuen Sie selbst.
house-partner = Ein Hauskunde: Der Anbieter betreut { $name } selbst und entscheidet über diese Registrierung.
conflict-house = Ein Hauskunde: Der Anbieter betreut diesen Kunden selbst. Sie können ihn registrieren; der Anbieter entscheidet.
engagement-house = Hauskunden betreut der Anbieter selbst. Eine Registrierung eines Hauskunden wird angenommen, und der Anbieter entscheidet.
engagement-house-names = Es sind: { $names }.
settings-mend-known-by = Schreiben Sie die Website, oder wählen Sie das Land
settings-incentives = Vergütung
settings-incentives-text = Was Partner verdienen: vor dem Einreichen gezeigt und danach erklärt.
settings-mend-points = Geben Sie eine Zahl über 0 und bis 100 ein
settings-mend-decimal = Geben Sie eine Zahl mit höchstens zwei Nachkommastellen ein
settings-mend-gone = Nehmen Sie weg, was nicht mehr in Ihren Listen steht
incentive-rules = Regeln
incentive-rules-text = In dieser Reihenfolge gezählt. Jede bringt ihre Punkte vom Wert, wenn alles Angekreuzte zutrifft.
incentive-rule-add = Regel hinzufügen
incentive-rule-new = Neue Regel
incentive-points = Prozentpunkte
incentive-points-help = Was die Regel zur Marge beiträgt.
incentive-when-text = Ist nichts angekreuzt, zählt sie für alle. Von mehreren in einer Reihe genügt eines.
incentive-when-tier = Für diese Stufen
incentive-when-type = Für diese Partnertypen
incentive-when-deal = Für diese Arten des Geschäfts
incentive-when-product = Für diese Produkte, für ihren Anteil am Wert
incentive-when-certification = Mit einer dieser Zertifizierungen
incentive-gone = { $name } (entfernt)
incentive-together = Alle Regeln zusammen
incentive-most = Höchstens, in Prozentpunkten
incentive-most-help = Die Regel, die es erreicht, wird gekürzt; spätere bringen nichts mehr.
incentive-lock = Wann sie festgeschrieben wird
incentive-lock-approval = Bei der Genehmigung
incentive-lock-win = Beim Gewinn
incentive-published = Auf der öffentlichen Seite der Regeln
incentive-published-yes = Gezeigt
incentive-published-no = Nicht gezeigt
incentive-tiers = Stufen
incentive-tiers-text = Die Stufe einer Firma ist an einem dieser Namen zu erkennen.
incentive-tier-add = Stufe hinzufügen
incentive-types = Partnertypen
incentive-type-add = Partnertyp hinzufügen
incentive-certifications = Zertifizierungen
incentive-certifications-text = Was Firmen vorweisen können. Es zählt bis zu dem Tag, an dem es endet.
incentive-certification-add = Zertifizierung hinzufügen
claim-days = Tage, die eine Reservierung hält
claim-days-help = 0 schaltet Reservierungen ab.
protection-days = Tage Schutz
protection-days-help = Was eine Genehmigung vorschlägt; jede Entscheidung kann davon abweichen.
extension-days-preset = Tage einer Verlängerung
extension-days-preset-help = Was eine Bitte um Verlängerung vorschlägt.
extensions-most = Höchstens so viele Verlängerungen
extensions-most-help = 0, wenn der Schutz nie verlängert wird.
conflict-when = Partner erfahren, dass ein Kunde schon registriert ist
conflict-when-help = Sie erfahren nie, von wem, was oder wie viel.
conflict-per-day = Prüfungen je Person und Tag
conflict-per-day-help = Damit niemand durch Raten Ihre Pipeline durchsucht.
told-while-typing = Beim Schreiben
told-at-submission = Mit der Quittung
told-never = Nie
answer-within = Minuten bis zur Antwort
answer-within-help = { $minutes ->
    [0] { $hours } Geschäftsstunden
   *[other] { $hours } Geschäftsstunden und { $minutes } Minuten
  }
answer-days = Tage
answer-opens = Von
answer-closes = Bis
answer-holidays = Feiertage
answer-holidays-text = An diesen Tagen antwortet niemand, und die Zeit ruht.
answer-holiday-new = Neuer Feiertag
answer-holiday-drop = { $day } entfernen
form-field-new = Neues Feld
answer-holiday-add = Feiertag hinzufügen
weekday-mon = Montag
weekday-tue = Dienstag
weekday-wed = Mittwoch
weekday-thu = Donnerstag
weekday-fri = Freitag
weekday-sat = Samstag
weekday-sun = Sonntag
currency-add = Währung hinzufügen
currency-code = Währung { $number }
product-add = Produkt hinzufügen
industry-add = Branche hinzufügen
reason-add = Grund hinzufügen
stages-text = In Ihrer Reihenfolge, von der Genehmigung bis zum Verkauf. Jede steht für eine der sechs Phasen, die jedes Portal hat, und jede der sechs braucht eine. Was in einer Phase steht, die Sie entfernen, geht in der weiter, die für dieselbe steht.
stage-add = Phase hinzufügen
stage-new = Neue Phase
stage-stands = Steht für
stage-stands-help = Wo Listen, Regeln und andere Systeme sehen, was darin steht. Was schon darin ist, behält, wofür sie stand.
stage-category = Prognose
stage-probability = Wahrscheinlichkeit in Prozent
stage-percent = { $percent } %
stage-won-text = Ein Verkauf, der gemacht ist, zählt ganz und wird nicht mehr erwartet.
stage-lost-text = Ein Verkauf, der verloren ist, zählt nichts.
stage-prospect = Interessent
stage-qualified = Qualifiziert
stage-proposal = Angebot
stage-committed = Zugesagt
stage-won = Gewonnen
stage-lost = Verloren
settings-mend-stages = Jede der sechs Phasen braucht eine, die für sie steht: fügen Sie sie wieder hinzu, oder lassen Sie eine andere für sie stehen
form-required = Auch nötig zum Einreichen
form-required-text = Von den sonst freiwilligen Feldern. Bei Budget, Entscheider, Bedarf und Zeitplan eine andere Antwort als „unbekannt“.
form-fields = Ihre eigenen Felder
form-fields-text = Partner finden sie hinter den Feldern, die jede Registrierung hat, in dieser Reihenfolge.
form-field-add = Feld hinzufügen
form-label = Beschriftung
form-help = Hilfe
form-kind = Art
form-min = Kleinste
form-max = Größte
form-longest = Höchstens Zeichen
form-options = Auswahl
form-option-add = Möglichkeit hinzufügen
form-needed = Nötig bei
form-needed-help = Ist nichts angekreuzt, ist das Feld freiwillig.
form-preview = So sehen es Partner
kind-text = Eine Zeile Text
kind-long-text = Mehrere Zeilen Text
kind-number = Zahl
kind-choice = Auswahl
kind-date = Tag
kind-checkbox = Kästchen
revision-by = Version { $number }, { $at }, { $name }
revision-first = Version { $number }, { $at }, so begann das Portal
revision-changes = Was geändert wurde
revision-now = Gilt
revision-put-back = Zurückholen
revision-put-back-note = Zurück zu Version { $number }
revision-put-back-done = Die Regeln sind wieder die von Version { $number }.
revision-place = Stelle
revision-before = Vorher
revision-after = Nachher

## Spielregeln

engagement-title = Spielregeln
engagement-link-text = Was Partner lesen: aus diesen Regeln gemacht, sodass dort nichts anderes stehen kann.
engagement-intro = Worauf Partner von { $vendor } zählen können, wenn sie registrieren. Das Portal hält sich von selbst an diese Regeln.
engagement-first = Wer zuerst kommt
engagement-first-in = Wer einen Kunden zuerst registriert, hat den Platz. Es zählt der Eingang, nach der Uhr des Servers auf die Millisekunde.
engagement-receipt = Jede Registrierung bekommt eine signierte Quittung, die jeder prüfen kann.
engagement-claim = { $days ->
    [one] Name, Website, Land und Produkt genügen, um einen Platz zu reservieren. Der Rest muss innerhalb eines Tages folgen.
   *[other] Name, Website, Land und Produkt genügen, um einen Platz zu reservieren. Der Rest muss innerhalb von { $days } Tagen folgen.
  }
engagement-answer = Sie bekommen eine Antwort
engagement-within = { $minutes ->
    [0] Innerhalb von { $hours } Geschäftsstunden.
   *[other] Innerhalb von { $hours } Geschäftsstunden und { $minutes } Minuten.
  }
engagement-hours = Geschäftszeiten: { $days }, { $opens } bis { $closes }, { $zone }.
engagement-rests = Solange von Ihnen eine Auskunft erwartet wird, ruht die Zeit.
engagement-holidays = Nicht am: { $days }.
engagement-protection = Schutz
engagement-window = { $days ->
    [one] Was genehmigt ist, ist einen Tag geschützt, wenn die Entscheidung nichts anderes sagt.
   *[other] Was genehmigt ist, ist { $days } Tage geschützt, wenn die Entscheidung nichts anderes sagt.
  }
engagement-warning = 14 und 3 Tage vor dem Ende werden Sie erinnert.
engagement-no-extension = Der Schutz wird nicht verlängert.
engagement-extension = { $times ->
    [one] Sie können einmal um mehr Zeit bitten, { $days } Tage, wenn Sie nichts anderes sagen.
   *[other] Sie können { $times } Mal um mehr Zeit bitten, je { $days } Tage, wenn Sie nichts anderes sagen.
  }
engagement-duplicates = Derselbe Kunde zweimal
engagement-same = Zwei Registrierungen treffen sich, wenn Website, DUNS-Nummer oder Name und Land gleich sind und ein Produkt in beiden steht. Deswegen wird keine abgewiesen: Ein Mensch entscheidet.
engagement-told-typing = Sie sehen beim Schreiben, ob ein Kunde schon registriert ist; nie, von wem.
engagement-told-receipt = Sie sehen mit der Quittung, ob ein Kunde schon registriert ist; nie, von wem.
engagement-told-never = Ob jemand anders einen Kunden registriert hat, erfahren Sie nicht.
engagement-dispute = Sie können einmal um einen neuen Blick auf eine Ablehnung oder ein Duplikat bitten.
engagement-margin = Was Sie verdienen
engagement-margin-text = Jede Regel, die zutrifft, bringt ihre Prozentpunkte vom Wert. Sie sehen Ihre Marge vor dem Einreichen und danach jede Zeile davon.
engagement-most = Alle Regeln zusammen ergeben höchstens { $most }.
engagement-locked-approval = Die Genehmigung schreibt Ihre Marge fest: Spätere Änderungen der Regeln betreffen sie nicht.
engagement-locked-win = Ihre Marge folgt den Regeln bis zum Gewinn, der sie festschreibt.
engagement-share = Eine Regel zu Produkten zählt für deren Anteil am Wert; ohne Beträge zählt jedes Produkt gleich viel. Beträge werden je Zeile abgerundet.
engagement-version = Version { $number } der Regeln, gültig seit { $at }.
## Export und Import

column-quantities = Mengen
column-amounts = Beträge der Produkte
column-registered = Eingegangen
column-protected = Geschützt bis
column-margin = Marge (Punkte)
column-margin-amount = Marge (Betrag)
column-updated = Letzte Änderung
export = Exportieren
import-title = { -deals } importieren
import-short = Importieren
import-why = Was zu tun ist
import-repeated = Derselbe Kunde steht mit demselben Produkt in einer Zeile weiter oben
import-registered = Ihre Firma hat diesen Kunden mit demselben Produkt schon
import-too-long = Die Zeile hat mehr Zellen, als die Datei Spalten hat. Setzen Sie Text mit Trennzeichen in Anführungszeichen
import-country = Geben Sie das Länderkürzel mit zwei Buchstaben ein, etwa DE
import-flag = Geben Sie Ja oder Nein ein
import-product = Geben Sie ein Produkt mit Namen oder Kürzel ein, mehrere mit Strichpunkt dazwischen
import-currency = Geben Sie das Währungskürzel mit drei Buchstaben ein, etwa EUR
import-choice = Geben Sie einen der Werte ein, die das Formular anbietet
import-type = Geben Sie eine ganze Zahl ein
import-file = Datei mit { -deals }
import-file-text = Eine als CSV gespeicherte Tabelle mit den Namen der Spalten in der ersten Zeile. Höchstens 5 MiB und { $rows } Zeilen. Eine exportierte Liste zeigt, wie sie aussehen kann.
import-choose = Datei wählen
import-drop = oder hier ablegen
import-bringing = { $name } wird gelesen
import-too-large = { $name } ist größer als 5 MiB. Teilen Sie die Tabelle und bringen Sie die Teile nacheinander.
import-unread = { $name } ließ sich nicht lesen. Speichern Sie die Datei neu und wählen Sie sie noch einmal.
import-no-text = Das ist keine Tabelle im Format CSV. Öffnen Sie sie in Ihrer Tabellenkalkulation und speichern Sie sie als CSV.
import-step-file = Datei
import-step-columns = Spalten
import-step-check = Prüfung
import-step-result = Ergebnis
import-steps = Schritte
import-columns = Was steht in den Spalten?
import-columns-text = { $name }, { $count ->
    [one] eine Zeile
   *[other] { $count } Zeilen
  }. Noch ist nichts geschrieben.
import-column = Spalte { $place }
import-column-holds = In { $column } steht
import-left-out = Weggelassen
import-sample-none = Leer
import-needed = (nötig)
import-missing = Zum Registrieren nötig und noch in keiner Spalte: { $fields }
import-dates = Tage wie 3/4/2027 sind
import-day-first = der dritte April
import-month-first = der vierte März
import-decimals = Zahlen wie 1.250 oder 1,250
import-point = haben einen Punkt vor den Dezimalen
import-comma = haben ein Komma vor den Dezimalen
import-amount-currency = Währung, wo die Datei keine nennt
import-agree = Die Kunden in dieser Datei sind einverstanden, dass ihre Angaben weitergegeben werden
import-intake = Aus den Zeilen werden
import-registered-deals = registrierte { -deals }
import-drafts = Entwürfe, noch zu ergänzen
import-check = Zeilen prüfen
import-checked = { $count ->
    [one] Eine Zeile ist in Ordnung.
   *[other] { $count } Zeilen sind in Ordnung.
  }
import-bad = { $count ->
    [one] Eine Zeile ist fehlerhaft und bleibt weg.
   *[other] { $count } Zeilen sind fehlerhaft und bleiben weg.
  }
import-duplicates = { $count ->
    [one] Eine Zeile ist vielleicht doppelt.
   *[other] { $count } Zeilen sind vielleicht doppelt.
  }
import-take-duplicates = Auch importieren, was vielleicht doppelt ist
import-nothing-good = Keine Zeile lässt sich so importieren. Bessern Sie die Datei aus und bringen Sie sie noch einmal, oder ordnen Sie die Spalten anders zu.
import-findings = Zeilen zum Ansehen
import-line = Zeile { $line }
import-see-deal = Ansehen
import-back = Zurück zu den Spalten
import-start = { $count ->
    [one] Eine Zeile importieren
   *[other] { $count } Zeilen importieren
  }
import-running = { $done } von { $count } Zeilen
import-running-title = Die Zeilen werden importiert
import-running-text = Sie können diese Seite verlassen. Der Import läuft weiter, und Sie finden ihn hier.
import-cancel = Anhalten
import-another = Andere Datei importieren
import-done = { $count ->
    [one] Ein { -deal } importiert.
   *[other] { $count } { -deals } importiert.
  }
import-none-done = Es wurde nichts importiert.
import-cancelled = Der Import wurde angehalten. Was importiert war, bleibt.
import-failed = Der Import konnte nicht weitergehen. Was importiert war, bleibt; die übrigen Zeilen stehen in der Datei unten.
import-left = { $count ->
    [one] Eine Zeile wurde nicht importiert.
   *[other] { $count } Zeilen wurden nicht importiert.
  }
import-left-file = Diese Zeilen herunterladen
import-left-text = Die Datei hat Ihre Spalten und eine, die sagt, was zu tun ist. Bessern Sie sie aus und bringen Sie sie wieder.
import-see = { -deals } ansehen
import-gone = Dieser Import ist nicht mehr da. Bringen Sie die Datei noch einmal.
notice-importing = { $firm } registriert { $count ->
    [one] einen { -deal }
   *[other] { $count } { -deals }
  } aus einer Datei, zuerst { $name }.

## Die Bibliothek

nav-assets = Material
assets-search = Material durchsuchen
assets-search-hint = Titel, Produkt, Wörter im Inhalt
assets-count = { $count ->
    [0] Kein Material
    [one] Ein Eintrag
   *[other] { $count } Einträge
  }
assets-corrected = „{ $asked }“ kommt nirgends vor. Gezeigt wird „{ $shown }“.
assets-sort = Reihenfolge
assets-sort-best = Beste Treffer
assets-sort-newest = Neueste
assets-sort-popular = Am häufigsten heruntergeladen
assets-sort-title = Titel
assets-filters = Filter
assets-filters-show = { $count ->
    [0] Nichts passt
    [one] Einen Eintrag zeigen
   *[other] { $count } Einträge zeigen
  }
assets-filter-set = Was die Bibliothek eingrenzt
assets-filter-value = { $name }, { $count ->
    [one] ein Eintrag
   *[other] { $count } Einträge
  }
assets-all-values = Alle { $count } zeigen
assets-used = Von mir heruntergeladen
assets-unpublished = Noch nicht veröffentlicht
assets-unpublished-show = { $count ->
    [one] Das eine zeigen, das nicht veröffentlicht ist
   *[other] Die { $count } zeigen, die nicht veröffentlicht sind
  }
assets-unpublished-text = Bis Sie etwas veröffentlichen, ist die Bibliothek für Partner leer.
assets-deal = Zu diesem { -deal }
assets-collections = Sammlungen
assets-all = Das ganze Material
assets-collection-count = { $count ->
    [one] Ein Eintrag
   *[other] { $count } Einträge
  }
assets-more = Mehr zeigen
assets-none = Die Bibliothek ist leer
assets-none-text = Was der Anbieter für Sie veröffentlicht, erscheint hier: Broschüren, Preislisten, Filme.
assets-none-found = Nichts gefunden
assets-none-found-text = Kein Material passt. Nehmen Sie einen Filter heraus oder suchen Sie nach weniger Wörtern.
assets-clear = Alles aufheben
assets-find-for-deal = Material zu diesem { -deal } finden
facet-kind = Art
facet-format = Format
facet-product = Produkt
facet-industry = Branche
facet-locale = Sprache
facet-role = Rolle
facet-stage = Verkaufsphase
facet-standing = Stand
assets-kind-brochure = Broschüre
assets-kind-data-sheet = Datenblatt
assets-kind-presentation = Präsentation
assets-kind-case-study = Fallstudie
assets-kind-price-list = Preisliste
assets-kind-playbook = Verkaufsleitfaden
assets-kind-battle-card = Argumentationskarte
assets-kind-guide = Anleitung
assets-kind-white-paper = Whitepaper
assets-kind-video = Video
assets-kind-image = Bild
assets-kind-logo = Logo
assets-kind-banner = Banner
assets-kind-email-template = E-Mail-Vorlage
assets-kind-social-post = Social-Media-Beitrag
assets-kind-template = Vorlage
assets-kind-spreadsheet = Rechenblatt
assets-kind-text = Text
format-pdf = PDF
format-document = Dokument
format-slides = Folien
format-table = Tabelle
format-picture = Grafik
format-video = Film
format-page = Webseite
format-text = Reiner Text
format-other = Andere Datei
role-rep = Vertrieb
role-marketer = Marketing
role-partner-admin = Partner-Administration
role-seller = Kundenbetreuung

## Ein Eintrag

asset-title = Material
asset-pages = { $count ->
    [one] Eine Seite
   *[other] { $count } Seiten
  }
asset-page = Seite { $page }
asset-new-version = Neue Version
asset-expires = Gültig bis { $day }
asset-download = Herunterladen
asset-download-name = { $name } herunterladen
asset-preview = Vorschau
asset-page-of = Seite { $page } von { $count }
asset-page-picture = Seite { $page } von { $title }
asset-page-previous = Vorige Seite
asset-page-next = Nächste Seite
asset-page-choose = Seite
asset-pages-some = Gezeigt werden nur die ersten { $count } Seiten. Alle stehen in der Datei.
asset-as-pages = Seiten
asset-as-text = Text
asset-view-frame = Inhalt von { $title }
asset-preparing = Die Vorschau wird vorbereitet
asset-preparing-text = Sie erscheint hier von selbst. Die Datei lässt sich schon herunterladen.
asset-unreadable = Es gibt keine Vorschau
asset-unreadable-text = Die Datei lässt sich hier nicht zeigen. Laden Sie sie herunter, um sie anzusehen.
asset-facts = Angaben
asset-size = Größe
asset-length = Länge
asset-products = Produkte
asset-industries = Branchen
asset-stages = Verkaufsphasen
asset-tags = Schlagwörter
asset-updated = Geändert
asset-downloads = Downloads
asset-valid = Gültig bis
asset-valid-from = Gültig ab
asset-valid-always = Ohne letzten Tag
asset-every-industry = Jede Branche
asset-every-stage = Jede Phase
asset-audience = Für
asset-for-everybody = Alle Partner
asset-for-tiers = Stufen: { $names }
asset-for-types = Partnertypen: { $names }
asset-for-roles = Rollen: { $names }
asset-for-regions = Länder: { $names }
asset-versions = Versionen
asset-version = Version { $number }
asset-version-by = { $day }, von { $name }
asset-version-current = Aktuell
asset-version-yours = Diese haben Sie
asset-version-download = Version { $number } herunterladen
asset-version-older = Es gibt eine neuere Version: Sie haben Version { $number }.
asset-collections = In Sammlungen
asset-related = Passt dazu
asset-draft = Noch nicht veröffentlicht. Nur Ihre Firma sieht es.
asset-proposed = Jemand soll es veröffentlichen. Bis dahin sieht es nur Ihre Firma.
asset-proposed-short = Zu veröffentlichen
asset-scheduled = Veröffentlicht ab { $day }. Bis dahin sieht es nur Ihre Firma.
asset-scheduled-short = Geplant
asset-published = Veröffentlicht
asset-expired = Nicht mehr gültig
asset-expired-text = Der letzte Tag war { $day }. Nehmen Sie, was dazu passt, oder fragen Sie Ihren Channel-Manager nach Neuerem.
asset-withdrawn = Zurückgezogen
asset-withdrawn-text = Der Anbieter hat es zurückgenommen. Verwenden Sie es nicht mehr.
asset-download-progress = { $percent } · { $done } von { $size }
asset-download-stop = Anhalten
asset-download-go-on = Fortsetzen
asset-download-cut = Das Netz ist weg. Was schon da ist, bleibt; es geht von selbst weiter, sobald das Netz wieder da ist.
asset-download-checking = Die Datei wird geprüft
asset-download-done = { $name } ist heruntergeladen und geprüft.
asset-download-broken = Was ankam, ist nicht die veröffentlichte Datei. Gespeichert wurde nichts. Versuchen Sie es noch einmal.

## The vendor's side of the library

shelve-add = Dateien hinzufügen
shelve-drop = Dateien hier ablegen oder auswählen: PDF, Präsentationen, Dokumente, Tabellen, Bilder, Filme, Seiten, Text. Höchstens je { $size }.
shelve-choose = Dateien auswählen
shelve-choose-one = Datei auswählen
shelve-title = Titel
shelve-description = Wofür es gut ist
shelve-description-help = Partner lesen es in der Liste und finden das Material über diese Wörter. Höchstens { $count } Zeichen.
shelve-tags-help = Wörter, nach denen man sucht, mit Kommas dazwischen.
shelve-first-day = Erster Tag
shelve-last-day = Letzter Tag
shelve-audience = Wer es verwenden darf
shelve-about = Worum es geht
shelve-tiers = Stufen
shelve-types = Arten von Partnern
shelve-roles = Rollen
shelve-regions = Länder
shelve-none-all = Wo nichts angekreuzt ist, ist es für alle.
shelve-none-each = Wo nichts angekreuzt ist, geht es um alle. Partner mit einem { -deal } zu einem der Produkte finden es dort.
shelve-mend-title = Geben Sie ihm einen Titel
shelve-mend-days = Der letzte Tag liegt vor dem ersten
shelve-mend-tags = Höchstens { $count } Schlagwörter
shelve-mend-gone = Etwas, das hier gewählt ist, gibt es nicht mehr. Nehmen Sie es heraus
shelve-same = Dieselbe Datei ist schon in der Bibliothek
shelve-same-current = Das ist die Datei, die schon aktuell ist.
shelve-like = Auch von allen anderen sagen
shelve-liked = Mehrere Dateien wurden ausgefüllt.
shelve-going = Dateien sind unterwegs
shelve-done = { $count ->
    [one] Ein Material ist in der Bibliothek.
   *[other] { $count } Materialien sind in der Bibliothek.
}
shelve-drafts = Als Entwürfe sichern
shelve-publish = { $count ->
    [one] Veröffentlichen
   *[other] { $count } veröffentlichen
}
shelve-propose = { $count ->
    [one] Um Veröffentlichung bitten
   *[other] Um Veröffentlichung von { $count } bitten
}
shelve-to-library = Zur Bibliothek
shelve-published = Veröffentlicht
shelve-is-scheduled = Ab seinem ersten Tag veröffentlicht
shelve-is-proposed = Jemand ist gebeten, es zu veröffentlichen
shelve-is-draft = Als Entwurf gesichert
shelve-manage = In der Bibliothek
shelve-publish-one = Veröffentlichen
shelve-propose-one = Um Veröffentlichung bitten
shelve-restore = Wieder zum Entwurf machen
shelve-edit-one = Bearbeiten
shelve-withdraw = Zurückziehen
shelve-withdraw-title = { $name } zurückziehen?
shelve-withdraw-text = Partner finden es nicht mehr und laden es nicht mehr herunter, überall und sofort. Wer es heruntergeladen hat, erfährt davon. Sie können es wieder zum Entwurf machen.
shelve-versions-back = Eine einzelne Version zurückziehen
shelve-version-back = Version { $number } zurückziehen
shelve-version-back-text = Partner können diese Version nicht mehr herunterladen. Wer sie heruntergeladen hat, erfährt davon. Das lässt sich nicht rückgängig machen.
shelve-version-back-current = Partner können diese Version nicht mehr herunterladen; die neueste davor wird aktuell. Wer sie heruntergeladen hat, erfährt davon. Das lässt sich nicht rückgängig machen.
shelve-renew = Neue Version
shelve-renew-text = Die Datei tritt überall an die Stelle der aktuellen: in der Bibliothek, in Sammlungen, hinter jedem Link. Wer eine ältere heruntergeladen hat, erfährt davon.
shelve-renew-send = Überall ersetzen
shelve-changes = Was sich geändert hat
shelve-changes-help = Partner lesen es neben der Version.
shelve-edit = Material bearbeiten
shelve-kept = Die Änderungen sind gesichert
shelve-closed = Es lässt sich nicht ändern
shelve-closed-text = Es wurde zurückgezogen. Machen Sie es wieder zum Entwurf, um es zu ändern.
shelve-stale = Jemand hat dieses Material inzwischen geändert. Was Sie eingegeben haben, ist noch da.
shelve-look = Das andere ansehen
shelve-mine = Meines darüber sichern
shelve-restored = Das haben Sie früher eingegeben und nicht gesichert.
shelve-start-over = Von vorn beginnen
shelve-toast-published = { $name } ist veröffentlicht
shelve-toast-proposed = Jemand ist gebeten, { $name } zu veröffentlichen
shelve-toast-withdrawn = { $name } ist zurückgezogen
shelve-toast-restored = { $name } ist wieder ein Entwurf
shelve-toast-renewed = { $name } hat eine neue Version
shelve-refused-scripts = Partner können die aktuelle Version nicht haben: Ihre Datei führt Skripte aus. Bringen Sie eine ohne.
shelve-refused-outside = Partner können die aktuelle Version nicht haben: Ihre Datei lädt Dinge von anderswo. Bringen Sie eine, in der alles enthalten ist.
shelve-refused-bomb = Partner können die aktuelle Version nicht haben: Ausgepackt wäre ihre Datei riesig. Bringen Sie eine andere.
attach-gone = Sie wird nicht mehr aufbewahrt. Wählen Sie die Datei noch einmal.
shelve-save = Sichern
shelve-table = Tabelle zum Ausfüllen
shelve-table-name = Dateien.csv
shelve-table-back = Aus einer Tabelle ausfüllen
shelve-table-filled = { $count ->
    [0] Keine Datei wurde ausgefüllt
    [one] Eine Datei wurde ausgefüllt
   *[other] { $count } Dateien wurden ausgefüllt
}
shelve-table-columns = Spalten, die hier nichts sagen: { $names }
shelve-table-cell = Zeile { $line }, { $column }: { $why }
shelve-table-no-file = Zeile { $line }: Hier gibt es keine Datei { $name }
shelve-table-more = Und { $count } weitere
shelve-table-no-text = Das ist keine Tabelle in reinem Text. Speichern Sie sie als CSV in UTF-8.
shelve-table-empty = Unter der ersten Zeile steht nichts.
shelve-table-nameless = Keine Spalte heißt „file“: Sie sagt, um welche Datei es in einer Zeile geht.
shelve-table-twice = Die Spalte { $column } gibt es zweimal.
shelve-cell-missing = die Zelle in „{ $column }“ ist leer
shelve-cell-twice = in Zeile { $line } geht es um dieselbe Datei
shelve-cell-unknown = „{ $text }“ ist nicht bekannt
shelve-cell-day = „{ $text }“ ist kein Tag, wie 2027-01-31 einer ist
shelve-cell-beyond = mehr Zellen als Spalten; setzen Sie Text mit Trennzeichen zwischen Anführungszeichen

## Wie die Bibliothek genutzt wird

usage-link = Nutzung
usage-title = Nutzung der Bibliothek
usage-by-views = Meist geöffnet
usage-by-downloads = Meist heruntergeladen
usage-by-unused = Nie geöffnet
usage-days = { $count ->
    [one] Ein Tag
   *[other] { $count } Tage
  }
usage-told = { $count ->
    [one] Durch Partner heute. Jede Person zählt einmal am Tag, jeder Download einmal je Version.
   *[other] Durch Partner in den letzten { $count } Tagen. Jede Person zählt einmal am Tag, jeder Download einmal je Version.
  }
usage-unopened = { $count ->
    [0] Partner haben alles geöffnet, was veröffentlicht ist. Was am längsten ungenutzt ist, steht zuerst.
    [one] Eins der veröffentlichten Materialien hat noch niemand geöffnet. Es steht zuerst.
   *[other] { $count } der veröffentlichten Materialien hat noch niemand geöffnet. Sie stehen zuerst.
  }
usage-unopened-more = Mindestens { $count } der veröffentlichten Materialien hat noch niemand geöffnet.
usage-asset = Material
usage-views = Geöffnet
usage-firms = Partnerfirmen
usage-by-firms = { $count ->
    [one] Eine Firma
   *[other] { $count } Firmen
  }
usage-last = Zuletzt genutzt
usage-last-on = zuletzt am { $day }
usage-never = Nie geöffnet
usage-csv = CSV
usage-save = Was gezeigt wird, als CSV herunterladen
usage-file = materialnutzung
usage-none = Noch nichts ist veröffentlicht
usage-none-text = Sobald Partner Material finden können, steht hier, was sie davon öffnen und herunterladen.

## Whether a copy is current

copies-check = Ist meine Kopie aktuell?
copies-drop = Dateien hier ablegen, um zu sehen, ob sie aktuell sind
copies-found = Was die Bibliothek über Ihre Dateien weiß
copies-looking = Wird angesehen
copies-current = Das ist die aktuelle Version
copies-superseded = Ersetzt durch Version { $number }
copies-superseded-on = Ersetzt am { $day }. Verwenden Sie die neuere.
copies-expired-on = Der letzte Tag war { $day }. Verwenden Sie sie nicht mehr.
copies-unpublished = In der Bibliothek, nicht veröffentlicht
copies-unknown = Nicht aus dieser Bibliothek
copies-unknown-text = Kein Material, das Sie verwenden dürfen, hat diesen Inhalt. Hat jemand die Datei geändert, ist es eine andere.
copies-large = Zu groß, um hier angesehen zu werden
copies-unread = Sie lässt sich nicht lesen. Wählen Sie sie noch einmal.
copies-unsafe = Dateien werden nur über eine sichere Verbindung angesehen (HTTPS).
copies-close = Gefundenes schließen
