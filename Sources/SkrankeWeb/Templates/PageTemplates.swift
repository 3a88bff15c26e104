/// The pages' own content, between the frame's top and bottom.
enum PageTemplates {
    static let ask = #"""
        {{% CONTENT_TYPE:SKRANKE}}{{> top}}
        <section id="ask">
        <h1>{{words.title}}</h1>
        {{#greeting}}
        <p class="greeting">{{greeting}}</p>
        {{/greeting}}
        <p class="desk{{#frame.opening.isOpen}} open{{/frame.opening.isOpen}}"><span class="dot"
          aria-hidden="true"></span><strong>{{frame.opening.now}}</strong> – {{frame.opening.then}}.</p>
        <p>{{lead}}</p>
        <form id="ask-form" class="card" method="post" action="{{action}}">
        <p id="ask-problem" class="problem" role="alert"{{^problem}} hidden{{/problem}}>{{problem}}</p>
        <input type="hidden" name="key" value="{{key}}">
        <label for="question">{{words.question}}</label>
        <p class="help" id="question-help">{{words.questionHelp}}</p>
        <textarea id="question" name="question" rows="6" required maxlength="{{limit}}"
          aria-describedby="question-help">
        {{question}}</textarea>
        <details{{#isContactOpen}} open{{/isContactOpen}}>
        <summary>{{words.contact}}</summary>
        <p class="help">{{words.contactHelp}}</p>
        <label for="name">{{words.name}}</label>
        <input id="name" name="name" type="text" autocomplete="name" maxlength="500" value="{{name}}">
        <label for="email">{{words.email}}</label>
        <input id="email" name="email" type="email" autocomplete="email" maxlength="500" value="{{email}}">
        <label for="phone">{{words.phone}}</label>
        <input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="500" value="{{phone}}">
        </details>
        <div class="row">
        <div>
        <label for="language">{{words.answerLanguage}}</label>
        <select id="language" name="language">
        {{#answerLanguages}}
        <option value="{{code}}" lang="{{code}}"{{#current}} selected{{/current}}>{{name}}</option>
        {{/answerLanguages}}
        </select>
        </div>
        <button class="primary" type="submit">{{words.send}}</button>
        </div>
        <noscript><p class="help">{{words.noScript}}</p></noscript>
        </form>
        </section>
        {{> talk}}
        {{> bottom}}
        """#

    static let talk = #"""
        {{% CONTENT_TYPE:SKRANKE}}<section id="talk" hidden data-labels="{{labels}}">
        <h1 id="talk-title" tabindex="-1">{{talk.title}}</h1>
        <p id="state" class="state" role="status"></p>
        <p id="connection" class="connection" role="status"></p>
        <div class="card conversation">
        <div id="log" role="region" aria-label="{{talk.log}}" tabindex="0">
        <div role="log" aria-label="{{talk.log}}"><ol id="lines" class="lines"></ol></div>
        <ol id="pending" class="lines"></ol>
        </div>
        <p id="typing" class="typing" role="status"></p>
        <form id="reply-form">
        <label for="reply">{{talk.reply}}</label>
        <textarea id="reply" name="text" rows="2" maxlength="{{limit}}"
          aria-describedby="reply-hint"></textarea>
        <p id="reply-problem" class="problem" role="alert" hidden></p>
        <div class="row">
        <p class="help" id="reply-hint">{{talk.replyHint}}</p>
        <button class="primary" id="send" type="submit">{{talk.send}}</button>
        </div>
        </form>
        </div>
        <div class="row actions">
        <button class="quiet" id="end" type="button">{{talk.end}}</button>
        <a class="quiet" id="new" href="{{frame.home}}">{{talk.new}}</a>
        </div>
        <dialog id="end-dialog" aria-labelledby="end-question">
        <h2 id="end-question">{{talk.endQuestion}}</h2>
        <div class="row">
        <button class="primary" id="end-yes" type="button">{{talk.endYes}}</button>
        <button class="quiet" id="end-no" type="button">{{talk.endNo}}</button>
        </div>
        </dialog>
        </section>

        """#

    static let status = #"""
        {{% CONTENT_TYPE:SKRANKE}}{{> top}}
        <h1>{{words.title}}</h1>
        <p class="badge {{stateCode}}"><span class="visually-hidden">{{words.state}}: </span>{{state}}</p>
        <dl class="facts card">
        {{#facts}}
        <dt>{{name}}</dt><dd>{{#time}}<time
          datetime="{{time}}">{{value}}</time>{{/time}}{{^time}}{{value}}{{/time}}</dd>
        {{/facts}}
        </dl>
        <section class="card conversation">
        <h2>{{words.conversation}}</h2>
        {{#isEmpty}}
        <p>{{words.empty}}</p>
        {{/isEmpty}}
        <ol class="lines">
        {{#lines}}
        <li class="line {{kind}}"><p class="who">{{who}} <time datetime="{{time}}">{{when}}</time></p><p
          class="text" dir="auto" lang="{{lang}}">{{text}}</p></li>
        {{/lines}}
        </ol>
        </section>
        <p class="help">{{words.keepLink}}</p>
        <p class="row"><a class="quiet" href="{{refresh}}">{{words.refresh}}</a> <a class="quiet"
          href="{{frame.home}}">{{frame.words.home}}</a></p>
        {{> bottom}}
        """#

    static let problem = #"""
        {{% CONTENT_TYPE:SKRANKE}}{{> top}}
        <h1>{{frame.title}}</h1>
        <p>{{detail}}</p>
        <p class="row"><a class="quiet" href="{{frame.home}}">{{frame.words.home}}</a></p>
        {{> bottom}}
        """#
}
