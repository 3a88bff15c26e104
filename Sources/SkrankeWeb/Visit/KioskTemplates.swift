/// The pages that stand in the hall: one for the kiosk's touch screen, one for the display on the wall. Their
/// scripts fill them; without scripts they say where to go.
enum KioskTemplates {
    static let kiosk = #"""
        {{% CONTENT_TYPE:SKRANKE}}<!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{words.title}} – {{municipality}}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/hall.css?v={{stamp}}">
        <script type="module" src="/assets/kiosk.js?v={{stamp}}"></script>
        </head>
        <body class="kiosk" data-lang="{{lang}}" data-stamp="{{stamp}}" data-open="{{open}}"
          data-labels="{{labels}}">
        <header>
        <p class="brand"><span class="mark" aria-hidden="true"></span>{{municipality}}</p>
        <nav aria-label="{{words.language}}" id="languages">
        {{#languages}}
        <button type="button" data-code="{{code}}" lang="{{code}}" aria-pressed="{{current}}">{{name}}</button>
        {{/languages}}
        </nav>
        </header>
        <main id="main" tabindex="-1">
        <section id="start" class="screen">
        <h1 id="welcome">{{welcome}}</h1>
        <p class="closed" id="closed"{{^closed}} hidden{{/closed}}>{{closed}}</p>
        <div class="choices" id="ways"{{#closed}} hidden{{/closed}}>
        <button type="button" class="way" id="to-ticket"><strong data-text="takeTicket">{{words.takeTicket}}</strong>
        <span data-text="takeTicketHelp">{{words.takeTicketHelp}}</span></button>
        <button type="button" class="way second" id="to-check-in"><strong
          data-text="haveAppointment">{{words.haveAppointment}}</strong>
        <span data-text="haveAppointmentHelp">{{words.haveAppointmentHelp}}</span></button>
        </div>
        <noscript><p>{{words.gaveUp}}</p></noscript>
        </section>
        <section id="topic" class="screen" hidden>
        <h1 data-text="whatAbout" tabindex="-1">{{words.whatAbout}}</h1>
        <div class="needs"><h2 id="needs-title" data-text="needs">{{words.needs}}</h2>
        <p data-text="needsHelp">{{words.needsHelp}}</p>
        <div class="toggles" id="needs" role="group" aria-labelledby="needs-title"></div></div>
        <div class="topics" id="topics"></div>
        <button type="button" class="back" data-text="back">{{words.back}}</button>
        </section>
        <section id="wait" class="screen middle" hidden>
        <div role="status"><h1 id="wait-text" tabindex="-1"></h1></div>
        </section>
        <section id="ticket" class="screen middle" hidden>
        <h1 data-text="yourNumber" tabindex="-1">{{words.yourNumber}}</h1>
        <p class="number" id="number"></p>
        <p class="ahead" id="ahead"></p>
        <p class="expected" id="expected"></p>
        <p data-text="keep">{{words.keep}}</p>
        <button type="button" class="primary finish" data-text="done">{{words.done}}</button>
        </section>
        <section id="check-in" class="screen" hidden>
        <h1 data-text="haveAppointment" tabindex="-1">{{words.haveAppointment}}</h1>
        <form id="code-form">
        <label for="code" data-text="code">{{words.code}}</label>
        <p id="code-help" data-text="codeHelp">{{words.codeHelp}}</p>
        <input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false"
          inputmode="none" maxlength="16" aria-describedby="code-help">
        <div class="keys" id="keys"></div>
        <button type="submit" class="primary" data-text="checkIn">{{words.checkIn}}</button>
        </form>
        <button type="button" class="back" data-text="back">{{words.back}}</button>
        </section>
        <section id="welcome-in" class="screen middle" hidden>
        <h1 data-text="welcome" tabindex="-1">{{words.welcome}}</h1>
        <p class="ahead" id="met"></p>
        <p data-text="told">{{words.told}}</p>
        <button type="button" class="primary finish" data-text="done">{{words.done}}</button>
        </section>
        <section id="problem" class="screen middle" hidden>
        <h1 data-text="problem" tabindex="-1">{{words.problem}}</h1>
        <p class="ahead" id="problem-text" role="alert"></p>
        <button type="button" class="primary finish" data-text="start">{{words.start}}</button>
        </section>
        </main>
        </body>
        </html>

        """#

    static let display = #"""
        {{% CONTENT_TYPE:SKRANKE}}<!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{words.title}} – {{municipality}}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/hall.css?v={{stamp}}">
        <script type="module" src="/assets/display.js?v={{stamp}}"></script>
        </head>
        <body class="display" data-stamp="{{stamp}}" data-labels="{{labels}}" data-sound="{{sound}}">
        <header>
        <p class="brand"><span class="mark" aria-hidden="true"></span>{{municipality}}</p>
        <p class="clock" id="clock"></p>
        </header>
        <main>
        <h1 class="visually-hidden">{{words.title}}</h1>
        <section class="now" aria-labelledby="now-title">
        <h2 id="now-title">{{words.nextNumber}}</h2>
        <p class="number" id="number">–</p>
        <p class="counter" id="counter">{{words.none}}</p>
        </section>
        <section class="earlier" aria-labelledby="earlier-title">
        <h2 id="earlier-title">{{words.earlier}}</h2>
        <ol id="earlier"></ol>
        </section>
        <p class="visually-hidden" id="said" role="status" aria-live="polite"></p>
        </main>
        <footer>
        <p id="connection" role="status"></p>
        <button type="button" id="sound" aria-pressed="false">{{words.soundOn}}</button>
        </footer>
        </body>
        </html>

        """#
}
