<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError('totp')>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">${msg("holdfastCodeTitle")}
<#elseif section = "form">
  <form id="kc-otp-login-form" action="${url.loginAction}" method="post">
    <#if otpLogin.userOtpCredentials?size gt 1>
    <fieldset class="choices">
      <legend>${msg("holdfastCodeFrom")}</legend>
      <#list otpLogin.userOtpCredentials as kept>
      <label class="choice">
        <input type="radio" name="selectedCredentialId" value="${kept.id}" <#if kept.id == otpLogin.selectedCredentialId>checked</#if>>
        <span>${kept.userLabel}</span>
      </label>
      </#list>
    </fieldset>
    </#if>
    <div class="field">
      <label for="otp">${msg("loginOtpOneTime")}</label>
      <input class="input input--code" id="otp" name="otp" type="text" inputmode="numeric" autocomplete="one-time-code" dir="ltr"
        autofocus maxlength="8" aria-describedby="otp-hint input-error" <#if wrong>aria-invalid="true"</#if>>
      <p class="hint" id="otp-hint">${msg("holdfastCodeHint")}</p>
    </div>
    <p class="trouble" id="input-error" role="alert"><#if wrong>${kcSanitize(messagesPerField.get('totp'))?no_esc}</#if></p>
    <button class="btn btn--main btn--wide" id="kc-login" name="login" type="submit">${msg("doLogIn")}</button>
  </form>
</#if>
</@layout.registrationLayout>
