/// The frame around every page.
enum FrameTemplate {
    static let top = #"""
        {{% CONTENT_TYPE:SKRANKE}}<!DOCTYPE html>
        <html lang="{{frame.lang}}"{{#frame.embedded}} class="embedded"{{/frame.embedded}}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{frame.title}} – {{frame.municipality}}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/page.css?v={{frame.stamp}}">
        {{#frame.script}}
        <script type="module" src="/assets/page.js?v={{frame.stamp}}"></script>
        {{/frame.script}}
        </head>
        <body>
        <a class="skip" href="#main">{{frame.words.skip}}</a>
        <header class="site">
        <div class="inner">
        <p class="brand"><a href="{{frame.home}}"><span class="mark"
          aria-hidden="true"></span>{{frame.municipality}}</a></p>
        <nav class="languages" aria-label="{{frame.words.languages}}">
        <ul>
        {{#frame.languages}}
        <li><a href="{{href}}" lang="{{code}}" hreflang="{{code}}"{{#current}}
          aria-current="true"{{/current}}>{{name}}</a></li>
        {{/frame.languages}}
        </ul>
        </nav>
        </div>
        </header>
        <div class="inner columns">
        <main id="main" tabindex="-1">

        """#

    static let bottom = #"""
        {{% CONTENT_TYPE:SKRANKE}}</main>
        <aside class="side" aria-label="{{frame.words.contact}}">
        <section class="card receipt" id="receipt" hidden></section>
        <section class="card">
        <h2>{{frame.words.hours}}</h2>
        <dl class="hours">
        {{#frame.opening.week}}
        <dt>{{days}}</dt><dd>{{hours}}</dd>
        {{/frame.opening.week}}
        {{#frame.opening.special}}
        <dt class="special">{{days}}</dt><dd class="special">{{hours}}</dd>
        {{/frame.opening.special}}
        </dl>
        </section>
        {{#frame.hasContact}}
        <section class="card">
        <h2>{{frame.words.contact}}</h2>
        <dl class="contact">
        {{#frame.profile.phone}}
        <dt>{{frame.words.phone}}</dt><dd><a
          href="tel:{{frame.profile.phone}}">{{frame.profile.phone}}</a></dd>
        {{/frame.profile.phone}}
        {{#frame.profile.email}}
        <dt>{{frame.words.email}}</dt><dd><a
          href="mailto:{{frame.profile.email}}">{{frame.profile.email}}</a></dd>
        {{/frame.profile.email}}
        {{#frame.profile.visitingAddress}}
        <dt>{{frame.words.address}}</dt><dd>{{frame.profile.visitingAddress}}</dd>
        {{/frame.profile.visitingAddress}}
        </dl>
        </section>
        {{/frame.hasContact}}
        </aside>
        </div>
        <footer class="site">
        <div class="inner">
        <ul>
        {{#frame.profile.website}}
        <li><a href="{{frame.profile.website}}" target="_top">{{frame.words.website}}</a></li>
        {{/frame.profile.website}}
        {{#frame.profile.privacyURL}}
        <li><a href="{{frame.profile.privacyURL}}" target="_top">{{frame.words.privacy}}</a></li>
        {{/frame.profile.privacyURL}}
        {{#frame.profile.accessibilityURL}}
        <li><a href="{{frame.profile.accessibilityURL}}" target="_top">{{frame.words.accessibility}}</a></li>
        {{/frame.profile.accessibilityURL}}
        </ul>
        </div>
        </footer>
        </body>
        </html>

        """#
}
