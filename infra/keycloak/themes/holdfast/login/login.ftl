<#import "template.ftl" as layout>
<#import "passkeys.ftl" as passkeys>
<#assign wrong = messagesPerField.existsError('username', 'password')>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">${msg("loginAccountTitle")}
<#elseif section = "form">
  <form id="kc-form-login" action="${url.loginAction}" method="post">
    <#if !usernameHidden??>
    <div class="field">
      <label for="username">${msg("usernameOrEmail")}</label>
      <input class="input" id="username" name="username" value="${(login.username)!''}" type="text" dir="ltr"
        autofocus autocapitalize="none" spellcheck="false"
        autocomplete="${(enableWebAuthnConditionalUI?has_content)?then('username webauthn', 'username')}"
        <#if wrong>aria-invalid="true" aria-describedby="input-error"</#if>>
    </div>
    </#if>
    <div class="field">
      <label for="password">${msg("password")}</label>
      <div class="together">
        <input class="input" id="password" name="password" type="password" dir="ltr" autocomplete="current-password"
          <#if wrong>aria-invalid="true" aria-describedby="input-error"</#if>>
        <button class="btn btn--show" type="button" aria-controls="password" aria-label="${msg("showPassword")}"
          data-password-toggle data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}"
          data-icon-show="eye" data-icon-hide="eye eye--shut"><i class="eye" aria-hidden="true"></i></button>
      </div>
    </div>
    <p class="trouble" id="input-error" role="alert"><#if wrong>${kcSanitize(messagesPerField.getFirstError('username', 'password'))?no_esc}</#if></p>
    <input type="hidden" name="credentialId" <#if auth.selectedCredential?has_content>value="${auth.selectedCredential}"</#if>>
    <button class="btn btn--main btn--wide" id="kc-login" name="login" type="submit">${msg("doContinue")}</button>
  </form>
  <@passkeys.conditionalUIData />
  <p class="hint">${msg("holdfastForgot")}</p>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
</#if>
</@layout.registrationLayout>
