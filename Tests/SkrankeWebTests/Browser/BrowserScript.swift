/// What a real Chromium does, driven by selenium. It asks the test for the agent's part by a line on its
/// output (`DO ...`) and waits for a line in return; `FAIL ...` is a finding, `DONE` the end.
enum BrowserScript {
    static let source = tools + story

    /// Chromium, axe, and a few words; also for other stories.
    static let tools = #"""
        import http.server, os, sys, threading
        from selenium import webdriver
        from selenium.webdriver.common.by import By
        from selenium.webdriver.common.keys import Keys
        from selenium.webdriver.common.action_chains import ActionChains
        from selenium.webdriver.support.ui import WebDriverWait
        from selenium.common.exceptions import WebDriverException
        from importlib.util import find_spec

        base, closed, shots = sys.argv[1:4]
        # The newest axe-core that PyPI's packages bring.
        axe_files = [('axe_playwright_python', 'axe.min.js'),
                     ('axe_selenium_python', 'node_modules/axe-core/axe.min.js')]
        found = [os.path.join(os.path.dirname(find_spec(name).origin), file)
                 for name, file in axe_files if find_spec(name)]
        if not found:
            sys.exit('axe-core is missing: pip install --no-deps axe-playwright-python')
        axe_source = open(found[0], encoding='utf-8').read()

        options = webdriver.ChromeOptions()
        for flag in ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
                     '--no-proxy-server', '--lang=nb']:
            options.add_argument(flag)
        options.set_capability('goog:loggingPrefs', {'browser': 'ALL'})
        options.binary_location = '/usr/bin/chromium'
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService('/usr/bin/chromedriver'))

        def fail(text):
            print('FAIL ' + text.replace('\n', ' '), flush=True)

        def do(what):
            print('DO ' + what, flush=True)
            return sys.stdin.readline().strip()

        def expect(what, condition):
            try:
                wait = WebDriverWait(driver, 30, ignored_exceptions=[WebDriverException])
                wait.until(lambda d: condition())
            except Exception as error:
                fail(f'{what}: {type(error).__name__}')

        def one(name):
            return driver.find_element(By.ID, name)

        def text(name):
            return one(name).text

        def size(width, height):
            driver.execute_cdp_cmd('Emulation.setDeviceMetricsOverride', {
                'width': width, 'height': height, 'deviceScaleFactor': 1, 'mobile': False})

        def scheme(value):
            driver.execute_cdp_cmd('Emulation.setEmulatedMedia', {'features': [
                {'name': 'prefers-color-scheme', 'value': value},
                {'name': 'prefers-reduced-motion', 'value': 'reduce'}]})

        def axe(what):
            driver.execute_script(axe_source)
            result = driver.execute_async_script(
                "const done = arguments[arguments.length - 1];"
                "axe.run(document, {resultTypes: ['violations']})"
                ".then(done, (e) => done({error: String(e)}));")
            if 'error' in result:
                fail(f'axe on {what}: {result["error"]}')
            for violation in result.get('violations', []):
                for node in violation['nodes']:
                    summary = node['failureSummary'][:300]
                    fail(f'axe on {what}: {violation["id"]}: {node["html"][:160]} {summary}')

        def look(name):
            for mode in ['light', 'dark']:
                scheme(mode)
                for width, height in [(390, 844), (1280, 900)]:
                    size(width, height)
                    wide = driver.execute_script('return document.documentElement.scrollWidth')
                    if wide > width:
                        fail(f'{name} at {width}: {wide} wide')
                    if shots:
                        driver.save_screenshot(os.path.join(shots, f'{name}-{mode}-{width}.png'))
                axe(f'{name} {mode}')
            scheme('light')

        def tab_to(name, limit=40):
            for _ in range(limit):
                if driver.switch_to.active_element.get_attribute('id') == name:
                    return
                ActionChains(driver).send_keys(Keys.TAB).perform()
            fail(f'{name} cannot be reached by Tab')

        # Another site with our script; a strict policy of its own does not stop it.
        class Host(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header('Content-Type', 'text/html; charset=utf-8')
                self.send_header('Content-Security-Policy',
                                 f"default-src 'none'; script-src {base}; frame-src {base}")
                self.end_headers()
                self.wfile.write(f'''<!doctype html><html lang="en"><title>Host</title><main><h1>Host</h1>
                    <p>Text</p></main><script src="{base}/embed.js" defer></script></html>'''.encode())

            def log_message(self, *_):
                pass

        def embedded():
            host = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Host)
            threading.Thread(target=host.serve_forever, daemon=True).start()
            for visit in ['first', 'again']:
                driver.get(f'http://127.0.0.1:{host.server_port}/')
                expect('the button is there', lambda: one('skranke-open').is_displayed())
                tab_to('skranke-open')
                type_keys(Keys.ENTER)
                look('embed-host-' + visit)
                driver.switch_to.frame(one('skranke-frame'))
                if visit == 'first':
                    expect('the page is in the frame', lambda: one('question').is_displayed())
                    one('question').send_keys('From another site')
                    driver.find_element(By.CSS_SELECTOR, '#ask-form button[type=submit]').click()
                expect('the conversation is in the frame, also after a reload of the site',
                       lambda: 'From another site' in text('lines'))
                driver.switch_to.default_content()
            host.shutdown()

        def type_keys(value):
            ActionChains(driver).send_keys(value).perform()


        """#

    private static let story = #"""
        try:
            # By keyboard alone: ask, wait, talk.
            driver.get(base + '/?lang=nb')
            look('ask-open')
            size(1280, 900)
            tab_to('question')
            type_keys('Når hentes glass i Storgata?\nJeg så <b>ingen</b> plan.')
            tab_to('language')
            button = driver.find_element(By.CSS_SELECTOR, '#ask-form button[type=submit]')
            for _ in range(5):
                ActionChains(driver).send_keys(Keys.TAB).perform()
                if driver.switch_to.active_element == button:
                    break
            else:
                fail('the button cannot be reached by Tab')
            type_keys(Keys.ENTER)
            expect('the question stands in the conversation', lambda: 'Storgata' in text('lines'))
            if 'Jeg så <b>ingen</b> plan.' not in text('lines'):
                fail('the question was not shown as written: ' + text('lines'))
            expect('the place is told', lambda: 'Du er den neste' in text('state'))
            expect('the receipt stands beside', lambda: 'H26-' in text('receipt'))
            look('talk-waiting')
            do('typing')
            expect('typing is shown', lambda: 'skriver' in text('typing'))
            do('answer Glass hentes torsdag 7. mai 🙂\tHilsen æøå')
            expect('the answer is there', lambda: 'torsdag 7. mai 🙂' in text('lines'))
            expect('typing is gone', lambda: text('typing') == '')
            tab_to('reply')
            type_keys('Tusen takk!')
            type_keys(Keys.ENTER)
            expect('the reply is there', lambda: 'Tusen takk!' in text('lines'))
            expect('nothing is on its way', lambda: text('pending') == '')
            look('talk-active')

            # A reload, another language, a lost server: nothing is lost, nothing doubled.
            driver.refresh()
            expect('after a reload the answer is there', lambda: 'torsdag 7. mai' in text('lines'))
            if text('lines').count('Tusen takk!') != 1:
                fail('a message is doubled after a reload')
            driver.find_element(By.CSS_SELECTOR, '.languages a[lang=en]').click()
            expect('the other language keeps the conversation',
                   lambda: 'Your conversation' in text('talk-title') and 'torsdag 7. mai' in text('lines'))
            if driver.find_element(By.TAG_NAME, 'html').get_attribute('lang') != 'en':
                fail('lang is not en')
            driver.find_element(By.CSS_SELECTOR, '.languages a[lang=nb]').click()
            expect('back again',
                   lambda: 'Samtalen din' in text('talk-title') and 'Tusen takk!' in text('lines'))
            do('stop')
            expect('a lost connection is told', lambda: 'Kobler til igjen' in text('connection'))
            look('talk-lost')
            one('reply').send_keys('Er dere der?', Keys.ENTER)
            expect('what is on its way stands apart', lambda: 'Sender' in text('pending')
                   or 'ikke sendt' in text('pending'))
            look('talk-pending')
            do('start')
            expect('it is told that the connection is back', lambda: 'tilbake' in text('connection'))
            retry = driver.find_elements(By.CSS_SELECTOR, '#pending button')
            if retry:
                retry[0].click()
            expect('what was on its way has arrived', lambda: text('pending') == ''
                   and text('lines').count('Er dere der?') == 1)
            do('answer Ja, vi er her.')
            expect('the stream goes on', lambda: text('lines').count('Ja, vi er her.') == 1)
            if text('lines').count('Tusen takk!') != 1:
                fail('a message is doubled after a restart')

            tab_to('end')
            type_keys(Keys.ENTER)
            expect('it is asked before the end', lambda: one('end-dialog').is_displayed())
            look('talk-end-dialog')
            tab_to('end-yes')
            type_keys(Keys.ENTER)
            expect('it is over', lambda: 'avsluttet' in text('state'))
            look('talk-ended')
            link = driver.find_element(By.CSS_SELECTOR, '#receipt a').get_attribute('href')
            driver.get(link)
            expect('the status page shows the conversation', lambda: 'torsdag 7. mai' in text('main'))
            if 'Når hentes glass' not in text('main') or 'H26-' not in text('main'):
                fail('the status page lacks question or reference')
            look('status')

            # Closed: the question is kept, with its date.
            driver.get(closed + '/?lang=nn')
            look('ask-closed')
            one('question').send_keys('Kven har ansvar for vegen?')
            driver.find_element(By.CSS_SELECTOR, '#ask-form summary').click()
            one('name').send_keys('Åse Ødegård')
            look('ask-contact')
            driver.find_element(By.CSS_SELECTOR, '#ask-form button[type=submit]').click()
            expect('it is told when the answer comes', lambda: 'onsdag 6. mai 2026' in text('lines'))
            look('talk-left')
            embedded()
            driver.get(base + '/finnes-ikke')
            look('problem')

            # Without scripts.
            driver.execute_cdp_cmd('Emulation.setScriptExecutionDisabled', {'value': True})
            driver.get(base + '/?lang=nb')
            one('question').send_keys('Uten skript?')
            driver.find_element(By.CSS_SELECTOR, '#ask-form button[type=submit]').click()
            expect('the status page shows the question', lambda: 'Uten skript?' in text('main'))
            if '/status/' not in driver.current_url:
                fail('no status page without scripts: ' + driver.current_url)
            driver.execute_cdp_cmd('Emulation.setScriptExecutionDisabled', {'value': False})
            for entry in driver.get_log('browser'):
                if 'Content Security Policy' in entry['message'] or 'Uncaught' in entry['message']:
                    fail('console: ' + entry['message'])
        except Exception as error:
            fail(f'{type(error).__name__}: {error}')
        finally:
            driver.quit()
        print('DONE', flush=True)

        """#
}
