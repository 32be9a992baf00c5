export const signin = {
  title: 'Sign in',
  purpose: 'Welcome back.',
  email: 'E-mail',
  password: 'Password',
  remember: 'Stay signed in on this device',
  submit: 'Sign in',
  emailMissing: 'Enter your e-mail address.',
  passwordMissing: 'Enter your password.',
};
