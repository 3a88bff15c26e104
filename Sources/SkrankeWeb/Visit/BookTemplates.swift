/// Booking: plain forms, so that it works in every browser, with and without scripts.
enum BookTemplates {
    static let hosts = #"""
        {{% CONTENT_TYPE:SKRANKE}}{{> top}}
        <h1>{{words.title}}</h1>
        {{#hasHosts}}
        <p>{{words.lead}}</p>
        <ul class="hosts">
        {{#hosts}}
        <li><a class="card host" href="{{href}}"><strong>{{name}}</strong>
        <span>{{mode}}, {{minutes}}</span><span>{{next}}</span></a></li>
        {{/hosts}}
        </ul>
        {{/hasHosts}}
        {{^hasHosts}}
        <p>{{words.noHosts}}</p>
        {{/hasHosts}}
        {{> bottom}}
        """#

    static let slots = #"""
        {{% CONTENT_TYPE:SKRANKE}}<fieldset class="slots">
        <legend>{{words.times}}</legend>
        {{#days}}
        <h2>{{name}}</h2>
        <div class="times">
        {{#times}}
        <label class="time"><input type="radio" name="slot" value="{{value}}" required{{#chosen}}
          checked{{/chosen}}><span>{{name}}</span></label>
        {{/times}}
        </div>
        {{/days}}
        </fieldset>

        """#

    static let book = #"""
        {{% CONTENT_TYPE:SKRANKE}}{{> top}}
        <h1>{{words.title}}</h1>
        <p class="greeting">{{host.name}}</p>
        <p>{{host.mode}}, {{host.minutes}}. {{host.place}}</p>
        {{#isFull}}
        <p class="problem" role="status">{{words.none}}</p>
        {{/isFull}}
        {{^isFull}}
        <form id="book-form" class="card" method="post" action="{{action}}">
        <p id="book-problem" class="problem" role="alert"{{^problem}} hidden{{/problem}}>{{problem}}</p>
        <input type="hidden" name="key" value="{{key}}">
        <input type="hidden" name="host" value="{{host.id}}">
        {{> slots}}
        <label for="name">{{words.name}}</label>
        <input id="name" name="name" type="text" autocomplete="name" required maxlength="500" value="{{name}}">
        <p class="help" id="reach">{{words.reach}}</p>
        <label for="email">{{words.email}}</label>
        <input id="email" name="email" type="email" autocomplete="email" maxlength="500" value="{{email}}"
          aria-describedby="reach">
        <label for="phone">{{words.telephone}}</label>
        <input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="500" value="{{phone}}"
          aria-describedby="reach">
        <label for="about">{{words.words}}</label>
        <p class="help" id="about-help">{{words.wordsHelp}}</p>
        <textarea id="about" name="about" rows="3" maxlength="2000" aria-describedby="about-help">
        {{about}}</textarea>
        <div class="row"><button class="primary" type="submit">{{words.book}}</button></div>
        </form>
        {{/isFull}}
        <p class="row"><a class="quiet" href="{{other}}">{{words.other}}</a></p>
        {{> bottom}}
        """#

    static let booking = #"""
        {{% CONTENT_TYPE:SKRANKE}}{{> top}}
        <h1>{{words.yours}}</h1>
        <p id="booking-problem" class="problem" role="alert"{{^problem}} hidden{{/problem}}>{{problem}}</p>
        {{#booking}}
        <dl class="facts card" id="booking">
        <dt>{{words.when}}</dt><dd><time datetime="{{time}}">{{when}}</time></dd>
        <dt>{{words.whom}}</dt><dd>{{host}}</dd>
        {{#place}}
        <dt>{{words.place}}</dt><dd>{{place}}</dd>
        {{/place}}
        <dt>{{words.code}}</dt><dd><strong class="code" id="code">{{code}}</strong></dd>
        </dl>
        <p>{{words.codeHelp}} {{words.keep}}</p>
        {{/booking}}
        {{^booking}}
        <p class="badge">{{words.over}}</p>
        {{/booking}}
        {{#canMove}}
        <details class="manage" id="move"><summary>{{words.move}}</summary>
        <form method="post" action="{{moveAction}}">
        <input type="hidden" name="key" value="{{key}}">
        {{> slots}}
        <div class="row"><button class="primary" type="submit">{{words.moveButton}}</button></div>
        </form></details>
        {{/canMove}}
        {{#booking}}
        <details class="manage" id="cancel"><summary>{{words.cancel}}</summary>
        <form method="post" action="{{cancelAction}}">
        <p class="help">{{words.cancelHelp}}</p>
        <div class="row"><button class="primary" type="submit">{{words.cancelButton}}</button></div>
        </form></details>
        {{/booking}}
        <section class="card conversation">
        <h2>{{status.conversation}}</h2>
        <ol class="lines">
        {{#lines}}
        <li class="line {{kind}}"><p class="who">{{who}} <time datetime="{{time}}">{{when}}</time></p><p
          class="text" dir="auto" lang="{{lang}}">{{text}}</p></li>
        {{/lines}}
        </ol>
        </section>
        <p class="row"><a class="quiet" href="{{other}}">{{words.back}}</a></p>
        {{> bottom}}
        """#
}
