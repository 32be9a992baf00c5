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

export const join = {
  title: 'Join your team',
  purpose: 'Choose a password and you are in. If your e-mail has a sign-in here already, use its password.',
  password: 'Password',
  submit: 'Join',
};
