/** What the help panel says on the pages where one thing is done, and under every panel. */
export const help = {
  call: 'Kommer du inte vidare? Ring oss, och ha skolans eller kommunens kod till hands.',
  codes: 'Koden står under Skolor och kommuner',
  details: [
    'Här rättar du namn, e-postadress och postadress. Skriv e-postadressen två gånger, så upptäcks ett skrivfel innan något mejl kommer bort.',
    'Har någon annan ändrat samtidigt får du se det innan något sparas.',
  ],
  give: [
    'Välj en tjänst och från vilken dag. Utan sista dag gäller behörigheten tills du avslutar den.',
    'Personen får inget nytt brev och inget nytt lösenord, bara ett mejl om vad som har tillkommit.',
  ],
  days: [
    'Förläng genom att skriva en senare sista dag. Lämna den tom om behörigheten ska gälla tills vidare.',
    'Den första dagen kan bara ändras så länge den inte har kommit.',
  ],
  pause: [
    'En paus passar när någon är borta en tid, till exempel är föräldraledig. Behörigheten börjar gälla igen av sig själv.',
    'Vet du inte när personen är tillbaka är det bättre att avsluta, och ge behörigheten på nytt när det blir aktuellt.',
  ],
  resume: [
    'Personen är tillbaka tidigare än väntat: behörigheten börjar gälla genast i stället för när pausen är slut.',
  ],
  end: [
    'Genast betyder genast: är personen inloggad i tjänsten försvinner behörigheten vid nästa klick.',
    'Ska allt avslutas på en gång, välj Har slutat på personens sida.',
  ],
  hasLeft: [
    'Välj det här när personen har slutat hos er. Du slipper avsluta en behörighet i taget.',
    'Blev det fel kan du ge behörigheterna på nytt. Kontot och lösenordet finns kvar.',
  ],
  password: [
    'Skicka ett nytt när personen aldrig fick det första, eller när det har hunnit bli för gammalt.',
    'Har personen bara glömt sitt lösenord går det fortare i lösenordskiosken, utan din hjälp.',
  ],
  letter: [
    'Brevet med användarnamnet kom i retur: det gick inte att lämna på den adress som vi har. Rätta postadressen på personens sida, och beställ sedan ett nytt brev här.',
    'Vi på myndigheten postar brevet. Några dagar senare får personen ett nytt engångslösenord med mejl.',
  ],
  ending: [
    'Begär det här när ingen skola eller kommun längre behöver att personen kan logga in, till exempel när någon har avlidit.',
    'En handläggare hos oss bestämmer. På personens sida ser du att du har begärt det.',
  ],
  history: [
    'Det senaste står överst. Varje rad säger vem som gjorde vad, för vem och när.',
    'Inget i historiken kan ändras eller tas bort, inte heller av oss.',
  ],
} as const
