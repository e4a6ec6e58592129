<#-- What every page of signing in stands in. Keycloak's own pages call it by this name and with these words. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <#list (properties.meta!'')?split(' ') as meta>
  <meta name="${meta?split('==')[0]}" content="${meta?split('==')[1]}">
  </#list>
  <meta name="color-scheme" content="light dark">
  <title>${msg("holdfastTitle")}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/mark.svg">
  <#list (properties.styles!'')?split(' ') as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <script type="importmap">
    { "imports": { "rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js" } }
  </script>
  <#list scripts![] as script>
  <script src="${script}"></script>
  </#list>
  <script type="module">
    <#outputformat "JavaScript">
    import { startSessionPolling } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
    </#outputformat>
  </script>
  <#if authenticationSession??>
  <script type="module">
    <#outputformat "JavaScript">
    import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    checkAuthSession(${authenticationSession.authSessionIdHash?c});
    </#outputformat>
  </script>
  </#if>
</head>
<body data-page-id="login-${pageId}">
<header class="frame">
  <span class="mark">
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3v8M12 11c0 5-2.5 6-5.5 9M12 11c0 5 2.5 6 5.5 9M12 11c0 5-.6 7-.6 10M12 7c-2.5 0-4-1.2-4.5-3.5M12 8.5c2.5 0 4-1.2 4.5-3.5"/>
    </svg>
    Holdfast
  </span>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
  <nav aria-label="${msg("languages")}">
    <#list locale.supported as other>
      <#if other.languageTag != lang><a lang="${other.languageTag}" hreflang="${other.languageTag}" href="${other.url}">${msg("holdfastLanguage." + other.languageTag)}</a></#if>
    </#list>
  </nav>
  </#if>
</header>
<main class="page">
  <h1><#nested "header"></h1>
  <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
  <#nested "show-username">
  <p class="who">
    <b>${auth.attemptedUsername}</b>
    <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("holdfastNotYou")}</a>
  </p>
  </#if>
  <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
  <p class="said said--${message.type}" role="alert">${kcSanitize(message.summary)?no_esc}</p>
  </#if>
  <#if pageId?ends_with("webauthn-register")><p>${msg("holdfastPasskeyWhy")}</p></#if>
  <#nested "form">
  <#if auth?has_content && auth.showTryAnotherWayLink()>
  <form action="${url.loginAction}" method="post">
    <input type="hidden" name="tryAnotherWay" value="on">
    <button class="link" type="submit">${msg("doTryAnotherWay")}</button>
  </form>
  </#if>
  <#nested "socialProviders">
  <#if displayInfo><div class="hint"><#nested "info"></div></#if>
</main>
</body>
</html>
</#macro>
